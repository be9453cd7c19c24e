import { givenCheckIn, givenConsent, givenCustomer, givenTeam, prepare, visitBody } from "../../../support/given";
import { bookedInOf, openMonths } from "../../../../server/features/periods";
import { startTestApp, type TestApp } from "../../../support/startTestApp";
import { lookAt, stored } from "../../../support/testDatabase";
import { PeriodModel } from "../../../../server/features/periods/periodModel";

const at = (text: string) => new Date(`${text}+08:00`);
let app: TestApp;
beforeEach(async () => {
  app = await startTestApp({ people: false });
});

const bookedIn = (countsOn: string, recordedAt: string) =>
  bookedInOf(app.deps, { countsOn, recordedAt: at(recordedAt) });

it("is the month that a fact counts in until 18:00 of the first working day after it, by China's calendar", async () => {
  expect(await bookedIn("2026-03-31", "2026-04-01T17:59:59")).toBe("2026-03");
  expect(await bookedIn("2026-03-31", "2026-04-01T18:00:00")).toBe("2026-04");
  expect(await bookedIn("2025-12-31", "2026-01-04T17:59:59")).toBe("2025-12");
  expect(await bookedIn("2025-12-31", "2026-01-04T18:00:00")).toBe("2026-01");
});

it("keeps to what a month was opened with", async () => {
  await openMonths(app.deps, ["2026-03"]);
  const later = { ...app.deps, settings: { ...app.deps.settings, PERIOD_CUT_OFF_TIME: "20:00" } };
  await openMonths(later, ["2026-03", "2026-04"]);
  expect((await stored("periods")).map(({ _id, cutOffAt }): unknown[] => [_id, cutOffAt])).toEqual([
    ["2026-03", at("2026-04-01T18:00:00")],
    ["2026-04", at("2026-05-06T20:00:00")],
  ]);
  await lookAt(() => PeriodModel.updateOne({ _id: "2026-03" }, { $set: { state: "closed" } }));
  expect(await bookedIn("2026-03-31", "2026-04-01T10:00:00")).toBe("2026-04");
});

it("opens a month once, however many ask for it in one moment", async () => {
  await Promise.all(Array.from({ length: 8 }, () => openMonths(app.deps, ["2026-03", "2026-04"])));
  expect((await stored("periods")).map(({ _id }) => String(_id))).toEqual(["2026-03", "2026-04"]);
});

describe("a visit of the month's last evening", () => {
  const start = prepare(async (company) => {
    const team = await givenTeam(company, { reps: [{}] });
    const [rep] = team.reps;
    return { team, rep, customer: await givenCustomer(company, { owner: rep }) };
  });

  it.each([
    ["2026-04-01T17:59:59+08:00", "2026-03"],
    ["2026-04-01T18:00:00+08:00", "2026-04"],
  ])("that is written down at %s counts for the team in %s, and for its rep in March", async (recordedAt, month) => {
    const { company, team, rep, customer } = await start({ now: "2026-03-31T19:30:00+08:00" });
    await givenConsent(company, rep);
    const checkIn = await givenCheckIn(company, { rep, customer });
    company.app.clock.set(recordedAt);
    await company.as(rep).call("visits.record", undefined, visitBody(company, checkIn));
    expect(await stored("credits")).toMatchObject([
      { repMonth: `${rep.memberId}:2026-03`, teamMemberMonth: `${team.unitId}:${rep.memberId}:${month}` },
    ]);
    expect((await stored("facts")).map(({ bookedIn }): unknown => bookedIn)).toEqual([month]);
  });
});
