import { randomUUID } from "node:crypto";
import type { AnswerOf, BodyOf } from "@shared/contracts";
import type { OpeningTotals } from "@shared/domain/opening";
import type { Company, Person } from "../../../support/given";
import { taskKinds } from "../../../../server/taskKinds";
import { workTasks } from "../../../../server/tasks";
import { work } from "../imports/given";

export type OpeningView = AnswerOf<"openings.read">["opening"];

export const setFirstDay = async (company: Company, firstPayingOn = "2026-03-01"): Promise<void> => {
  const { revision } = await company.as(company.hr).call("plans.firstPayingDay");
  await company
    .as(company.hr)
    .call("plans.setFirstPayingDay", {}, { commandId: randomUUID(), revision, firstPayingOn });
};

export const tableOf = (...lines: string[]): string => [...lines, ""].join("\r\n");

/** Sends a table of opening balances and has it looked at. */
export async function looked(company: Company, by: Person, table: string, fileName = "期初.csv"): Promise<string> {
  const fileId = randomUUID();
  const content = { type: "text/csv", base64: Buffer.from(table).toString("base64") };
  await company.as(by).send("files.put", { params: { fileId }, content });
  const body = { commandId: randomUUID(), purpose: "opening", source: "erp", fileId, fileName } as const;
  const { importId } = await company.as(by).call("imports.create", {}, body);
  await work(company);
  return importId;
}

export const none: OpeningTotals = { rows: 0, clawback: 0, draw: 0, unreleased: 0, paid: 0 };

/** Types what her own books say, and hands the table on; answered as the server answers. */
export async function submit(
  company: Company,
  by: Person,
  importId: string,
  typed: Partial<OpeningTotals>,
  working: (company: Company) => Promise<unknown> = work,
) {
  const { revision } = (await company.as(by).call("imports.read", { importId })).import;
  const body: BodyOf<"imports.run"> = { commandId: randomUUID(), revision, typed: { ...none, ...typed } };
  const answered = await company.as(by).send("imports.run", { params: { importId }, body });
  await working(company);
  return answered;
}

/** Works off what is due; when the task of this kind has stored what its rows have become, `meanwhile` comes about first. */
export async function workBeside(company: Company, kind: string, meanwhile: () => Promise<unknown>): Promise<void> {
  let hasCome = false;
  const kinds = taskKinds.map((one): (typeof taskKinds)[number] => ({
    ...one,
    run: (task, deps) =>
      one.run(
        {
          ...task,
          async advance(step, write) {
            await task.advance(step, write);
            if (one.name !== kind || step.cursor === undefined || hasCome) return;
            hasCome = true;
            await meanwhile();
          },
        },
        deps,
      ),
  }));
  await workTasks(company.app.deps, kinds);
}

export async function decide(
  company: Company,
  by: Person,
  importId: string,
  allowed = true,
  reason: string | null = null,
) {
  const { opening } = await company.as(company.finance).call("openings.read", { importId });
  const body = { commandId: randomUUID(), revision: opening.revision, allowed, reason };
  return company.as(by).send("openings.decide", { params: { importId }, body });
}

/** A table that finance has brought and HR has allowed, in the accounts. */
export async function posted(company: Company, table: string, typed: Partial<OpeningTotals>): Promise<string> {
  const importId = await looked(company, company.finance, table);
  await submit(company, company.finance, importId, typed);
  await decide(company, company.hr, importId);
  await work(company);
  return importId;
}
