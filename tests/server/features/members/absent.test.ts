import { findUnits, leadersOfUnit, syncDirectory, unitSpansOf } from "../../../../server/features/members";
import { readMonthState } from "../../../../server/features/statements";
import { errorOfCode } from "../../../../server/integrations/wecom/wecomError";
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
  givenTeam,
  type Person,
  prepare,
  showOnly,
  type Team,
} from "../../../support/given";
import type { TestAppOptions } from "../../../support/startTestApp";
import { stored } from "../../../support/testDatabase";

const start = prepare(async (company) => {
  const team = await givenTeam(company, { reps: [{}] });
  const otherTeam = await givenTeam(company, { reps: [{}] });
  const [rep] = team.reps;
  await givenPlan(company, { scope: { orgUnits: [team.unitId] } });
  const customer = await givenCustomer(company, { owner: rep });
  const { unitId } = await givenBranch(company, { name: "财务部" });
  const accountant = await givenMember(company, { unitId, roles: ["finance", "auditor"] });
  return { team, otherTeam, rep, customer, accountant };
});

let company: Company;
let team: Team;
let otherTeam: Team;
let rep: Person;
let customer: Customer;
let accountant: Person;

async function startCompany(options: TestAppOptions = {}): Promise<void> {
  const given = await start({ now: "2026-03-26T10:05:00+08:00", ...options });
  ({ company, team, otherTeam, rep, customer, accountant } = given);
}

/** The night's reading of a day. */
async function readOn(day: string): Promise<void> {
  company.app.clock.set(`${day}T02:00:00+08:00`);
  company.app.passRealTime({ seconds: 6 });
  await syncDirectory(company.app.deps);
}

/** One team is out of sight, and with it finance and the branch. */
const hideMost = () => showOnly(company, { units: [otherTeam.unitId], people: [company.hr] });
const showAll = () => showOnly(company, { units: [companyUnitId] });

const people = async () =>
  (await stored("members")).map(({ _id, state, grantedRoles }) => [_id, state, grantedRoles] as unknown[]);
const units = async () =>
  (await stored("orgUnits")).map(({ _id, parentId, state }) => [_id, parentId, state] as unknown[]);

describe("a team, finance and the branch taken out of the app's visible range for a night", () => {
  beforeEach(() => startCompany());

  it("costs nobody a role, a place or the place of a team", async () => {
    const before = [await people(), await units(), await stored("memberships")];
    hideMost();
    await readOn("2026-03-27");
    expect([await people(), await units(), await stored("memberships")]).toEqual(before);
    showAll();
    await readOn("2026-03-28");
    expect([await people(), await units(), await stored("memberships")]).toEqual(before);
  });

  it("costs nobody a day's pay", async () => {
    await givenConfirmedSale(company, { rep, customer });
    hideMost();
    await readOn("2026-03-27");
    showAll();
    await readOn("2026-03-28");
    await givenConfirmedSale(company, { rep, customer, signedOn: "2026-03-27" });
    await company.workAll();
    const { stored: month } = await readMonthState(rep.memberId, "2026-03");
    const commissions = month?.lines.filter(({ component }) => component.code === "commission");
    expect(commissions?.map(({ amountFen }) => amountFen)).toEqual([150_000, 150_000]);
  });

  it("is told, with what to do", async () => {
    const told: Record<string, unknown>[] = [];
    await startCompany({ onLog: (line) => line.alarm === "directory.unanswered" && told.push(line) });
    hideMost();
    await readOn("2026-03-27");
    const unanswered = [rep.memberId, accountant.memberId, branchUnitId, team.unitId];
    expect(told).toMatchObject([{ ids: expect.arrayContaining(unanswered) as string[] }]);
    expect(told[0]?.msg).toMatch(/put them back into the app's visible range/);
  });
});

it("nobody has left who answers to their name, however many are on no list", async () => {
  await startCompany();
  const { wecom } = company.app.deps;
  const listed = await wecom.listUsers();
  const colleague = { ...listed[0]!, mobile: null, leadsDepartmentIds: [] }; // there are people
  const more = Array.from({ length: 130 }, (_, n) => ({ ...colleague, memberId: `p${n}`, name: `p${n}` }));
  const findUser = async (userId: string) => more.find(({ memberId }) => memberId === userId) ?? null;
  const sync = (missing: number) => {
    const listUsers = async () => [...listed, ...more.slice(missing)];
    return syncDirectory({ ...company.app.deps, wecom: { ...wecom, listUsers, findUser } });
  };
  await sync(0);
  expect(await sync(60)).toEqual({ people: 0, units: 0 });
});

describe("one person on no list, of whom WeCom gives no answer", () => {
  /** Both are deleted in WeCom; asked for the one, it answers something else. */
  async function readWithout(code: number, api = "user/get"): Promise<Map<unknown, unknown>> {
    await startCompany();
    const { app } = company;
    const { wecom } = app.deps;
    for (const { memberId } of [rep, accountant]) app.wecom.removeMember(memberId);
    const findUser = (userId: string) =>
      userId === rep.memberId ? Promise.reject(errorOfCode(api, code, "")) : wecom.findUser(userId);
    await syncDirectory({ ...app.deps, wecom: { ...wecom, findUser } }).catch(() => undefined);
    return new Map((await stored("members")).map(({ _id, state }) => [_id, state]));
  }

  it.each([40003, 46004, 60011, 301002, 48002])("stays alone, since everybody else is signed out: %s", async (code) => {
    const states = await readWithout(code);
    expect([states.get(rep.memberId), states.get(accountant.memberId)]).toEqual(["active", "left"]);
  });

  it.each([
    ["WeCom takes no more questions for now", 45009, "user/get"],
    ["the app's token is refused", 40014, "user/get"],
    ["the app's secret is refused", 40001, "gettoken"],
  ])("ends the reading where %s", async (_why, code, api) => {
    const states = await readWithout(code, api);
    expect([states.get(rep.memberId), states.get(accountant.memberId)]).toEqual(["active", "active"]);
  });
});

describe("what WeCom does not say", () => {
  beforeEach(() => startCompany());

  /** A reading in which every department and person is told as `change` says. */
  async function readTold(change: { department?: object; user?: object }): Promise<void> {
    const { wecom } = company.app.deps;
    const listDepartments = async () =>
      (await wecom.listDepartments()).map((one) => ({ ...one, ...change.department }));
    const listUsers = async () => (await wecom.listUsers()).map((one) => ({ ...one, ...change.user }));
    await syncDirectory({ ...company.app.deps, wecom: { ...wecom, listDepartments, listUsers } });
  }

  it("takes no leader away, unless one side says so", async () => {
    await readTold({ department: { leaderIds: null }, user: { leadsDepartmentIds: null } });
    expect(await leadersOfUnit(team.unitId, "2026-03-26")).toEqual([team.manager.memberId]);
    await readTold({ department: { leaderIds: null }, user: { leadsDepartmentIds: [] } });
    expect(await leadersOfUnit(team.unitId, "2026-03-26")).toEqual([]);
    await readTold({ user: { leadsDepartmentIds: null } });
    expect(await leadersOfUnit(team.unitId, "2026-03-26")).toEqual([team.manager.memberId]);
  });

  it("moves no department and nobody", async () => {
    const spans = await unitSpansOf(rep.memberId);
    await readTold({ department: { parentId: undefined }, user: { mainDepartmentId: null } });
    expect((await findUnits()).get(team.unitId)?.parentId).toBe(branchUnitId);
    expect(await unitSpansOf(rep.memberId)).toEqual(spans);
  });
});

describe("while the branch above is out of the app's sight", () => {
  beforeEach(async () => {
    await startCompany();
    const { wecom } = company.app;
    wecom.putDepartment({ id: 90, name: "渠道组", parentId: departmentIdOf(branchUnitId), leaders: [] });
    const { unitId, name, manager } = otherTeam;
    wecom.putDepartment({ id: departmentIdOf(unitId), name, parentId: 1, leaders: [manager.memberId] });
    showOnly(company, { units: [team.unitId, unitId, "u90"], people: [company.hr] });
    await readOn("2026-03-27");
  });

  it("a new department below it is a team", async () => {
    expect((await findUnits()).get("u90")).toMatchObject({ kind: "team", parentId: branchUnitId });
  });

  it("a team that was moved hangs where it went", async () => {
    expect((await findUnits()).get(otherTeam.unitId)).toMatchObject({ kind: "team", parentId: companyUnitId });
  });
});
