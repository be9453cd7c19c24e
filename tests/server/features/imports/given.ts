import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import path from "node:path";
import type { AnswerOf, BodyOf } from "@shared/contracts";
import { taskKinds } from "../../../../server/taskKinds";
import { workTasks } from "../../../../server/tasks";
import { type Company, givenTeam, type Person } from "../../../support/given";
import { importsFolder, manifest } from "../../lib/tables/importFiles";

export type ImportView = AnswerOf<"imports.read">["import"];

/** The people whom the files of tests/fixtures/imports name, with their employee numbers. */
export async function givenPeopleOfFiles(company: Company): Promise<void> {
  const reps = manifest.world.members.map(({ name }) => ({ name }));
  const team = await givenTeam(company, { reps });
  const rest = { joinedOn: null, leftOn: null, reportsTo: null, salesMode: null, revision: 0 };
  for (const [n, { number }] of manifest.world.members.entries()) {
    const { memberId } = team.reps[n] as Person; // one for each
    const body = { commandId: randomUUID(), ...rest, employeeNumber: number };
    await company.as(company.hr).call("members.setRecord", { memberId }, body);
  }
}

export const bytesOf = (name: string): Buffer => readFileSync(path.join(importsFolder, name));
export const work = (company: Company): Promise<number> => workTasks(company.app.deps, taskKinds);

export const readImport = async (company: Company, importId: string): Promise<ImportView> =>
  (await company.as(company.hr).call("imports.read", { importId })).import;

/** A table that an administrator has sent and had looked at. */
export async function lookedAt(
  company: Company,
  bytes: Buffer | string,
  more: Partial<BodyOf<"imports.create">> = {},
): Promise<ImportView> {
  const { importId } = await sent(company, bytes, more);
  await work(company);
  return readImport(company, importId);
}

/** The same before anybody has looked at it. */
export async function sent(company: Company, bytes: Buffer | string, more: Partial<BodyOf<"imports.create">> = {}) {
  const fileId = randomUUID();
  const content = { type: "text/csv", base64: Buffer.from(bytes).toString("base64") };
  await company.as(company.hr).send("files.put", { params: { fileId }, content });
  const body = {
    commandId: randomUUID(),
    purpose: "customers",
    source: "crm",
    fileId,
    fileName: "客户.csv",
    ...more,
  } as const;
  return company.as(company.hr).call("imports.create", {}, body);
}

export async function run(company: Company, { importId, revision }: ImportView): Promise<ImportView> {
  await company.as(company.hr).call("imports.run", { importId }, { commandId: randomUUID(), revision });
  await work(company);
  return readImport(company, importId);
}

export const imported = async (company: Company, bytes: Buffer | string, more?: Partial<BodyOf<"imports.create">>) =>
  run(company, await lookedAt(company, bytes, more));

export const countsOf = ({ counts }: ImportView): Record<string, number> =>
  Object.fromEntries(counts.map(({ is, count }) => [is, count]));

export const rowsOf = async (company: Company, { importId }: ImportView, is?: "heldBack" | "leftOut" | "created") =>
  (await company.as(company.hr).call("imports.rows", { importId, ...(is && { is }) })).items;

/** Rows that wait, as a browser takes them away. */
export async function errorFileOf(
  company: Company,
  { importId }: ImportView,
): Promise<{ body: string; headers: Headers }> {
  const { url: address } = await company.as(company.hr).call("imports.errorFile", { importId });
  const url = new URL(address, "http://company");
  const fileId = decodeURIComponent(/files\/([^/]+)\/content/.exec(url.pathname)?.[1] ?? "");
  const query = Object.fromEntries(url.searchParams);
  const { body, headers } = await company.as(company.hr).send("files.read", { params: { fileId }, query });
  return { body: String(body), headers };
}
