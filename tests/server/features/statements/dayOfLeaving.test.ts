import { syncDirectory } from "../../../../server/features/members";
import { readMonthState } from "../../../../server/features/statements";
import {
  type Company,
  confirm,
  type Customer,
  departmentIdOf,
  givenConfirmedSale,
  givenCustomer,
  givenPlan,
  givenSale,
  givenTeam,
  type Person,
  prepare,
  type Team,
} from "../../../support/given";

/* Every start of a process reads the directory: what a day has earned by then must not go with who or what has moved on it. */

const start = prepare(async (company) => {
  const team = await givenTeam(company, { reps: [{}] });
  const [rep] = team.reps;
  const other = await givenTeam(company);
  await givenPlan(company, { scope: { orgUnits: [team.unitId] } });
  const customer = await givenCustomer(company, { owner: rep });
  return { team, other, rep, customer };
});

let company: Company;
let team: Team;
let other: Team;
let rep: Person;
let customer: Customer;
beforeEach(async () => {
  ({ company, team, other, rep, customer } = await start({ now: "2026-03-26T10:05:00+08:00" }));
});

const monthOf = async (memberId: string) => {
  const { stored } = await readMonthState(memberId, "2026-03");
  return { totals: stored?.totals, exceptions: stored?.exceptions };
};
const readAt = async (at: string) => {
  company.app.clock.set(at);
  await syncDirectory(company.app.deps);
  company.app.passRealTime({ seconds: 6 });
  await company.workAll();
};

it("keeps what was earned in the morning for who leaves in the afternoon", async () => {
  await givenConfirmedSale(company, { rep, customer, amountFen: 10_000_000 });
  await company.workAll();
  const before = await monthOf(rep.memberId);
  expect(before).toMatchObject({ totals: { earnedFen: 150_000, payableFen: 50_000 }, exceptions: [] });

  company.app.wecom.putMember({ userid: rep.memberId, status: 5 });
  await readAt("2026-03-26T15:00:00+08:00");

  expect(await monthOf(rep.memberId)).toEqual(before);
});

it("lets nobody in who has left", async () => {
  await company.as(rep).call("today.read");
  company.app.wecom.putMember({ userid: rep.memberId, status: 5 });
  await readAt("2026-03-26T15:00:00+08:00");
  await expect(company.as(rep).call("today.read")).rejects.toMatchObject({ status: 401 });
});

describe("a team that is hung under another branch in the afternoon", () => {
  const hang = (parentId: number) =>
    company.app.wecom.putDepartment({ id: 10, name: "华南三队", parentId, leaders: [team.manager.memberId] });

  beforeEach(async () => {
    company.app.wecom.putDepartment({ id: 9, name: "华东", parentId: 1, leaders: [other.manager.memberId] });
    hang(departmentIdOf(team.unitId));
    company.app.clock.set("2026-03-20T03:00:00+08:00");
    company.app.wecom.putMember({ userid: rep.memberId, department: [10] });
    await readAt("2026-03-20T03:00:00+08:00");
    company.app.clock.set("2026-03-26T10:05:00+08:00");
    await givenConfirmedSale(company, { rep, customer, amountFen: 10_000_000 });
    await company.workAll();
  });

  it("keeps what it has earned in the morning", async () => {
    const before = await monthOf(rep.memberId);
    hang(9);
    await readAt("2026-03-26T15:00:00+08:00");
    expect(await monthOf(rep.memberId)).toEqual(before);
    expect(before.totals?.amountFen).toBe(200_000);
  });

  it("is seen by its new branch's leader from then on", async () => {
    const seen = () =>
      company
        .as(other.manager)
        .call("teams.read", { unitId: "u10", period: "2026-03" })
        .then(
          () => true,
          () => false,
        );
    expect(await seen()).toBe(false);
    hang(9);
    await readAt("2026-03-26T15:00:00+08:00");
    expect(await seen()).toBe(true);
  });

  it("is where it was, where it has come back before the day is over", async () => {
    const before = await monthOf(rep.memberId);
    hang(9);
    await readAt("2026-03-26T15:00:00+08:00");
    hang(departmentIdOf(team.unitId));
    await readAt("2026-03-26T16:00:00+08:00");
    company.app.clock.set("2026-03-27T10:00:00+08:00");
    await givenConfirmedSale(company, { rep, customer, amountFen: 1_000_000, signedOn: "2026-03-27" });
    expect((await monthOf(rep.memberId)).totals?.amountFen).toBe((before.totals?.amountFen ?? 0) + 15_000);
  });
});

it("prices a sale in the days of the team that it is credited to, where its rep moves while it is confirmed", async () => {
  const sale = await givenSale(company, { rep, customer, amountFen: 10_000_000 });
  company.app.wecom.putMember({ userid: rep.memberId, department: [departmentIdOf(other.unitId)] });
  await readAt("2026-03-26T15:00:00+08:00");
  await confirm(company, sale, team.manager);
  await company.workAll();
  const { stored } = await readMonthState(rep.memberId, "2026-03");
  const priced = stored?.lines.filter(({ amountFen }) => amountFen !== 0).map(({ segment }) => segment.teamId);
  expect(new Set(priced)).toEqual(new Set([team.unitId]));
});
