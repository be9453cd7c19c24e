import { scheduler } from "../../../../server/jobs";
import { crontab } from "../../../../server/jobs/crontab";
import { type Company, givenFile, givenPhoto, givenTeam, type Person, prepare } from "../../../support/given";
import { stored } from "../../../support/testDatabase";

const start = prepare(async (company) => {
  const { reps } = await givenTeam(company, { reps: [{}] });
  return { rep: reps[0] };
});

let company: Company;
let rep: Person;
beforeEach(async () => {
  ({ company, rep } = await start({ now: "2026-03-30T09:00:00+08:00" }));
});

const photos = async () => (await company.as(company.hr).call("privacy.kept", {})).photos;
const bytesOfOne = async () => Number((await stored("files"))[0]?.bytes);
async function night(at: string): Promise<void> {
  const jobs = crontab(company.app.deps).filter(({ name }) => name === "erase-files");
  const { tick } = scheduler(company.app.deps, jobs);
  await tick();
  company.app.clock.set(`${at}+08:00`);
  await tick();
}

it("says when photos are counted for the first time", async () => {
  expect(await photos()).toMatchObject({ counted: null, next: { at: "2026-03-30T18:32:00.000Z" } });
});

it("has number and size by month, and the oldest, as of the night", async () => {
  await givenPhoto(company, rep);
  company.app.clock.set("2026-04-01T09:00:00+08:00");
  await givenPhoto(company, rep);
  await givenPhoto(company, rep);
  await night("2026-04-02T02:33:00");
  const bytes = await bytesOfOne();
  expect((await photos()).counted).toEqual({
    countedAt: expect.any(String) as string,
    oldestAt: "2026-03-30T01:00:00.000Z",
    months: [
      { month: "2026-04", count: 2, bytes: 2 * bytes },
      { month: "2026-03", count: 1, bytes },
    ],
  });
});

it("says what the next night erases: photos that nothing has used for a week", async () => {
  await givenPhoto(company, rep);
  company.app.clock.set("2026-04-05T09:00:00+08:00");
  const bytes = await bytesOfOne();
  expect((await photos()).next).toEqual({ at: "2026-04-05T18:32:00.000Z", count: 0, bytes: 0 });
  company.app.clock.set("2026-04-06T09:00:00+08:00");
  expect((await photos()).next).toEqual({ at: "2026-04-06T18:32:00.000Z", count: 1, bytes });
  await night("2026-04-07T02:33:00");
  expect(await photos()).toMatchObject({ counted: { months: [], oldestAt: null }, next: { count: 0 } });
});

it("counts signatures as well, which take room as long as photos do", async () => {
  await givenPhoto(company, rep);
  await givenFile(company, rep, "image/png");
  await night("2026-03-31T02:33:00");
  expect((await photos()).counted?.months).toMatchObject([{ month: "2026-03", count: 2 }]);
  company.app.clock.set("2026-04-06T09:00:00+08:00");
  expect((await photos()).next.count).toBe(2);
});
