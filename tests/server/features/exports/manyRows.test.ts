import type { mongo } from "mongoose";
import { givenTeam, prepare } from "../../../support/given";
import { length } from "../../../support/length";
import { forget, putStored, stored } from "../../../support/testDatabase";
import { asked, givenManySales, readExport, workTasksOf } from "./givenExports";

const rows = length(3_000, 100_000);
const megabyte = 1024 * 1024;

const start = prepare(async (company) => {
  const { unitId, reps } = await givenTeam(company, { reps: [{}] });
  return { unitId, rep: reps[0] };
});

/** What this process takes at most meanwhile, above what it takes now. */
async function mostTaken<T>(work: () => Promise<T>): Promise<{ result: T; grewMb: number }> {
  global.gc?.();
  const before = process.memoryUsage().rss;
  let most = before;
  const timer = setInterval(() => (most = Math.max(most, process.memoryUsage().rss)), 20);
  try {
    return { result: await work(), grewMb: Math.round((most - before) / megabyte) };
  } finally {
    clearInterval(timer);
  }
}

it(`a table of ${rows} rows takes no more memory than a piece of it, and begins to come at once`, async () => {
  const { company, unitId, rep } = await start({ settings: { RATE_MEMBER_PER_MINUTE: "1000000" } });
  await givenManySales({ rep, teamId: unitId, count: rows });
  const one = await asked(company, rep, { what: "sales", filter: { view: "mine" } });
  // As if a second person had allowed it.
  const [record] = await stored("exports");
  await allow(record);
  const begunMs = performance.now();
  const { grewMb } = await mostTaken(() => workTasksOf(company));
  const madeMs = performance.now() - begunMs;
  expect(await readExport(company, rep, one)).toMatchObject({ rows });
  const { url } = await company.as(rep).call("exports.link", { exportId: one.exportId });
  const askedMs = performance.now();
  const answer = await fetch(`${company.app.baseUrl}${url}`);
  const reader = answer.body?.getReader();
  await reader?.read();
  const firstByteMs = performance.now() - askedMs;
  const taken = await mostTaken(async () => {
    let bytes = 0;
    for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) bytes += part.value.length;
    return bytes;
  });
  if (process.env.SOAK === "1")
    console.info(
      `${rows} rows: made in ${Math.round(madeMs)} ms (RSS +${grewMb} MB), first byte after ${Math.round(firstByteMs)} ms, taken (RSS +${taken.grewMb} MB)`,
    );
  expect(firstByteMs).toBeLessThan(1_000);
  expect([grewMb < 100, taken.grewMb < 60]).toEqual([true, true]);
}, 900_000);

async function allow(record: mongo.Document | undefined): Promise<void> {
  await forget("exports");
  await putStored("exports", [{ ...record, state: "allowed", rows }]);
}
