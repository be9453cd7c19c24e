import { parse } from "csv-parse/sync";
import type { AnswerOf, BodyOf } from "@shared/contracts";
import { taskKinds } from "../../../../server/taskKinds";
import { workTasks } from "../../../../server/tasks";
import type { Company, Person } from "../../../support/given";
import { putStored } from "../../../support/testDatabase";

type Wanted = Pick<BodyOf<"exports.create">, "what" | "filter"> & Partial<BodyOf<"exports.create">>;
export type Exported = AnswerOf<"exports.read">["export"];

export const asked = async (company: Company, by: Person, wanted: Wanted): Promise<Exported> => {
  const body = { commandId: company.newId(), format: "csv" as const, reason: "和财务对账", ...wanted };
  return (await company.as(by).call("exports.create", undefined, body)).export;
};

export const workTasksOf = (company: Company) => workTasks(company.app.deps, taskKinds);

export const readExport = async (company: Company, by: Person, { exportId }: { exportId: string }): Promise<Exported> =>
  (await company.as(by).call("exports.read", { exportId })).export;

/** Asked for, made and read again as its reader sees it. */
export async function made(company: Company, by: Person, wanted: Wanted): Promise<Exported> {
  const one = await asked(company, by, wanted);
  await workTasksOf(company);
  return readExport(company, by, one);
}

export async function taken(
  company: Company,
  by: Person,
  { exportId }: { exportId: string },
): Promise<{ headers: Headers; bytes: Buffer }> {
  const { url } = await company.as(by).call("exports.link", { exportId });
  const answer = await fetch(`${company.app.baseUrl}${url}`);
  if (answer.status !== 200) throw new Error(`the file was answered with ${answer.status}`);
  return { headers: answer.headers, bytes: Buffer.from(await answer.arrayBuffer()) };
}

/** What stands before the heading of a CSV file, and behind it a record for each row, by its headings. */
export function csvOf(bytes: Buffer): { said: string[]; records: Record<string, string>[] } {
  const rows = parse(bytes, { bom: true, relax_column_count: true, skip_empty_lines: false });
  const gap = rows.findIndex((row) => row.length === 1 && row[0] === "");
  const [headings = [], ...body] = rows.slice(gap + 1);
  return {
    said: rows.slice(0, gap).map(([line = ""]) => line),
    records: body.map((row) => Object.fromEntries(headings.map((heading, n) => [heading, row[n] ?? ""]))),
  };
}

export async function csvTaken(company: Company, by: Person, one: { exportId: string }) {
  return csvOf((await taken(company, by, one)).bytes);
}

/** Sales of one rep, as many as that, stored at once. */
export async function givenManySales({
  rep,
  teamId,
  count,
  from = 0,
}: {
  rep: Person;
  teamId: string;
  count: number;
  from?: number;
}): Promise<void> {
  const atOnce = 5_000;
  for (let done = 0; done < count; done += atOnce) {
    const some = Array.from({ length: Math.min(atOnce, count - done) }, (_, n) => saleOf(rep, teamId, from + done + n));
    await putStored("sales", some);
  }
}

function saleOf({ memberId, name }: Person, teamId: string, n: number) {
  const submittedAt = new Date(new Date("2026-03-01T00:00:00Z").getTime() + n * 1_000);
  const id = `sale-${String(n).padStart(7, "0")}`;
  return {
    ...{
      _id: id,
      schemaVersion: 1,
      repId: memberId,
      repName: name,
      teamId,
      customerId: "c1",
      customerName: `客户${n}`,
    },
    ...{ amountFen: 100_000 + n, stream: null, contractNo: `HT-${n}`, signedOn: "2026-03-01", state: "cancelled" },
    ...{ submittedAt, askedAt: null, confirmedAt: null, footsteps: [], sortKey: `${submittedAt.toISOString()}:${id}` },
    revision: 1,
  };
}
