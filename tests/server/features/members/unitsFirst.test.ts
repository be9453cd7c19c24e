import { canonicalJson, evaluate } from "@shared/domain/pay";
import { manufacturingGroup } from "@shared/domain/pay/plans";
import {
  findUnits,
  readSessionMember,
  syncDirectory,
  unitOfMember,
  unitSpansOf,
} from "../../../../server/features/members";
import { readMonthState } from "../../../../server/features/statements";
import { afterCommits } from "../../../support/afterCommits";
import {
  branchUnitId,
  type Company,
  companyUnitId,
  type Customer,
  departmentIdOf,
  givenBranch,
  givenConfirmedSale,
  givenCustomer,
  givenMember,
  givenPlan,
  givenTargets,
  givenTeam,
  type Person,
  prepare,
  type Team,
} from "../../../support/given";
import { startTestApp, type TestApp } from "../../../support/startTestApp";
import { stored } from "../../../support/testDatabase";

const today = "2026-03-26";
const period = "2026-03";

/** What one team sells follows from itself alone, and the other team's pay from its own and the company's result as well. */
const start = prepare(async (company) => {
  const team = await givenTeam(company, { reps: [{}, {}] });
  const otherTeam = await givenTeam(company, { reps: [{}] });
  const [rep, nextLeader] = team.reps;
  const [colleague] = otherTeam.reps;
  const office = await givenBranch(company, { name: "财务部" });
  const accountant = await givenMember(company, { unitId: office.unitId });
  await givenPlan(company, { scope: { orgUnits: [team.unitId] } });
  await givenPlan(company, { ...manufacturingGroup, scope: { orgUnits: [otherTeam.unitId] } });
  await givenTargets(company, [
    [rep, 25_000_000],
    [colleague, 30_000_000],
  ]);
  const customers = [await givenCustomer(company, { owner: rep }), await givenCustomer(company, { owner: colleague })];
  return { team, otherTeam, rep, nextLeader, colleague, office, accountant, customers };
});

let company: Company;
let app: TestApp;
let team: Team;
let otherTeam: Team;
let rep: Person;
let nextLeader: Person;
let colleague: Person;
let office: { unitId: string };
let accountant: Person;
let customers: Customer[];
const sync = () => syncDirectory(app.deps);

async function startCompany(): Promise<void> {
  const given = await start({ now: "2026-03-26T10:05:00+08:00" });
  ({ company, team, otherTeam, rep, nextLeader, colleague, office, accountant, customers } = given);
  app = company.app;
}

const departmentOf = ({ unitId, name }: Team, parentId: number, { memberId }: Person) => ({
  id: departmentIdOf(unitId),
  name,
  parentId,
  leaders: [memberId],
});

/** A new department of one of the reps, who is in it from now on. */
function putIntoNewDepartment(above: { unitId: string }): void {
  app.wecom.putDepartment({ id: 90, name: "渠道组", parentId: departmentIdOf(above.unitId), leaders: [] });
  app.wecom.putMember({ userid: rep.memberId, department: [90] });
}

/** A company in which two reps have sold, and whose HR then rebuilds it in an afternoon. */
async function rebuiltCompany(): Promise<void> {
  await startCompany();
  await givenConfirmedSale(company, { rep, customer: customers[0], amountFen: 5_000_000 });
  await givenConfirmedSale(company, { rep: colleague, customer: customers[1], amountFen: 3_000_000 });
  await company.workAll();
  const { wecom } = app;
  // A new branch, a team that moves under it, and a new team that hangs under the one that moves.
  wecom.putDepartment({ id: 91, name: "新分公司", parentId: 1, leaders: [] });
  wecom.putDepartment(departmentOf(otherTeam, 91, otherTeam.manager));
  putIntoNewDepartment(otherTeam);
  wecom.putDepartment({
    id: 90,
    name: "渠道组",
    parentId: departmentIdOf(otherTeam.unitId),
    leaders: [nextLeader.memberId],
  });
  wecom.putMember({ userid: "newcomer", name: "新同事", department: [90] });
  // And a department that is closed when its last person has left it.
  wecom.putMember({ userid: accountant.memberId, department: [1] });
  const closed = wecom.world.departments.findIndex(({ id }) => id === departmentIdOf(office.unitId));
  wecom.world.departments.splice(closed, 1);
}

/** Who belongs to a unit that is not there. */
async function peopleOfNoUnit(): Promise<string[]> {
  const units = await findUnits();
  const lasting = (await stored("memberships")).filter(({ untilOn }) => untilOn === null);
  return lasting.filter(({ unitId }) => !units.has(String(unitId))).map(({ _id }) => String(_id));
}

const isPlannedOn = ({ assignments }: Awaited<ReturnType<typeof readMonthState>>, day: string): boolean =>
  assignments.some(({ from, to }) => from <= day && (to === null || day <= to));

/** Whose month is not what it comes to by the tree as it is now. */
async function pricedWrong(): Promise<string[]> {
  const wrong: string[] = [];
  for (const { memberId } of [rep, colleague]) {
    const month = await readMonthState(memberId, period);
    if (canonicalJson(month.stored) !== canonicalJson(evaluate(month.assignments, month.book))) wrong.push(memberId);
    if (!isPlannedOn(month, "2026-03-31")) wrong.push(`${memberId} has no plan`);
  }
  return wrong;
}

it("shows nobody in a unit that is not there, while a reading is being written", async () => {
  await rebuiltCompany();
  const seen: string[] = [];
  await afterCommits(sync, async (commits) => {
    await company.workAll();
    seen.push(...(await peopleOfNoUnit()).map((id) => `${commits}: ${id}`));
    const seller = await readSessionMember(rep.memberId, today);
    if (seller?.teamId === null || !seller?.roles.includes("rep")) seen.push(`${commits}: the rep is none`);
    seen.push(...(await pricedWrong()).map((memberId) => `${commits}: ${memberId}`));
  });
  expect(seen).toEqual([]);
});

describe("broken off after any of its commits, with months priced before it is read again", () => {
  const places = async () => [
    await stored("memberships"),
    await stored("orgUnits"),
    (await stored("members")).map(({ _id, state, name }) => [_id, state, name].map(String)),
  ];

  it("a reading comes to the same end as in one go", async () => {
    await rebuiltCompany();
    const commits = await afterCommits(sync, async () => undefined);
    await company.workAll();
    const whole = await places();
    expect(await pricedWrong()).toEqual([]);
    for (let at = 1; at < commits; at += 1) {
      await rebuiltCompany();
      await afterCommits(sync, async () => undefined, at);
      await company.workAll();
      expect([await peopleOfNoUnit(), await pricedWrong()]).toEqual([[], []]);
      await sync();
      await company.workAll();
      expect(await places()).toEqual(whole);
      expect(await pricedWrong()).toEqual([]);
    }
  }, 60_000);

  it("the first reading still takes what it finds as having been so before, and what comes later as new", async () => {
    await startCompany();
    const { world } = app.wecom;
    const department = [departmentIdOf(team.unitId)];
    // HR, finance and one of the team: a reading that is broken off has few commits then.
    const found = { ...world, members: world.members.slice(0, 3) };
    const firstDays = async (breakAfter?: number) => {
      const fresh = await startTestApp({ people: false, world: () => structuredClone(found) });
      await afterCommits(
        () => syncDirectory(fresh.deps),
        async () => undefined,
        breakAfter,
      );
      fresh.clock.set("2026-03-30T02:00:00+08:00");
      await syncDirectory(fresh.deps);
      fresh.wecom.putMember({ userid: "newcomer", name: "新同事", department });
      await syncDirectory(fresh.deps);
      return Promise.all(
        [team.manager.memberId, "newcomer"].flatMap((id) => [
          unitOfMember(id, "2026-03-01"),
          unitOfMember(id, "2026-03-30"),
        ]),
      );
    };
    const commits = 3;
    const { unitId } = team;
    for (let at = 1; at <= commits; at += 1) expect(await firstDays(at)).toEqual([unitId, unitId, null, unitId]);
  });
});

describe("a first reading that was broken off, with people and teams moved before it is read again", () => {
  it("has them where they are found, for as long as anybody can tell", async () => {
    await startCompany();
    const unread = structuredClone(app.wecom.world);
    app = await startTestApp({ people: false, world: () => unread });
    await afterCommits(sync, async () => undefined, 2);
    const spansOf = () => unitSpansOf(rep.memberId);
    expect(await spansOf()).toEqual([{ unitId: team.unitId, fromOn: "2000-01-01", untilOn: null }]);
    app.wecom.putMember({ userid: rep.memberId, department: [departmentIdOf(otherTeam.unitId)] });
    app.wecom.putDepartment(departmentOf(otherTeam, 1, otherTeam.manager));
    app.clock.set("2026-03-30T02:00:00+08:00");
    await sync();
    expect(await spansOf()).toEqual([{ unitId: otherTeam.unitId, fromOn: "2000-01-01", untilOn: null }]);
    expect((await findUnits()).get(otherTeam.unitId)).toMatchObject({ parentId: companyUnitId, formerParents: [] });
  });
});

describe("those who belonged to a department before the app knows it", () => {
  beforeEach(startCompany);

  async function readWithoutIt(): Promise<void> {
    const listDepartments = async () =>
      (await app.deps.wecom.listDepartments()).filter(({ departmentId }) => departmentId !== 90);
    await syncDirectory({ ...app.deps, wecom: { ...app.deps.wecom, listDepartments } });
  }

  it("have every month priced again since then", async () => {
    putIntoNewDepartment(team);
    await readWithoutIt();
    app.clock.set("2026-05-20T02:00:00+08:00");
    await sync();
    const events = await stored("events", { type: "unit.moved" });
    const months = events.map(({ payload }) => (payload as { period: string }).period);
    expect([...new Set(months)].sort()).toEqual(["2026-03", "2026-04", "2026-05"]);
    await company.workAll();
    expect(await pricedWrong()).not.toContain(rep.memberId);
  });

  it("are priced again when it comes into the app's scope", async () => {
    putIntoNewDepartment(otherTeam);
    await readWithoutIt();
    await company.workAll();
    expect(isPlannedOn(await readMonthState(rep.memberId, period), "2026-03-27")).toBe(false);

    await sync();
    await company.workAll();
    expect(await pricedWrong()).not.toContain(rep.memberId);
  });
});

it("knows the department that somebody was put into while the directory was being read", async () => {
  await startCompany();
  const listUsers = async () => {
    putIntoNewDepartment({ unitId: branchUnitId });
    return app.deps.wecom.listUsers();
  };
  await syncDirectory({ ...app.deps, wecom: { ...app.deps.wecom, listUsers } });
  expect((await readSessionMember(rep.memberId, today))?.teamId).toBe("u90");
});
