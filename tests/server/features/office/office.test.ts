import { syncDirectory } from "../../../../server/features/members";
import { type OfficeTab, officeTabRoles, officeTabs } from "@shared/domain/office";
import type { OperationId } from "@shared/api/operations";
import type { OfficeRowView } from "@shared/contracts";
import type { RawCall } from "../../../support/testApi";
import type { Role } from "@shared/domain/actor";
import {
  type Company,
  givenConfirmedSale,
  givenCustomer,
  givenMember,
  givenPlan,
  givenSale,
  givenTargets,
  givenTeam,
  type Person,
  prepare,
} from "../../../support/given";
import { putStored } from "../../../support/testDatabase";

const start = prepare(async (company) => {
  const { unitId, name, manager, reps } = await givenTeam(company, { reps: [{}, {}] });
  const [rep, colleague] = reps;
  await givenPlan(company, { scope: { members: [rep.memberId] } });
  await givenTargets(company, [[rep, 20_000_000]]);
  const customer = await givenCustomer(company, { owner: rep });
  const officers: Record<"finance" | "hr" | "admin" | "auditor", Person> = {
    finance: company.finance,
    hr: await givenMember(company, { roles: ["hr"] }),
    admin: await givenMember(company, { roles: ["admin"] }),
    auditor: await givenMember(company, { roles: ["auditor"] }),
  };
  return { unitId, team: name, manager, rep, colleague, customer, officers, staff: await givenMember(company) };
});

type Given = Awaited<ReturnType<typeof start>>;
let given: Given;
let company: Company;
beforeEach(async () => {
  given = await start();
  ({ company } = given);
});

const rowsOf = async (person: Person, tab: OfficeTab) => (await company.as(person).call("office.rows", { tab })).items;
const rowOf = async (person: Person, tab: OfficeTab, kind: string) =>
  (await rowsOf(person, tab)).find((row) => row.kind === kind);

describe("a tab of the office", () => {
  it.each(officeTabs)("%s is open to those whose work it is, and to nobody else", async (tab) => {
    const people: [Role | null, Person][] = [
      ["finance", given.officers.finance],
      ["hr", given.officers.hr],
      ["admin", given.officers.admin],
      ["auditor", given.officers.auditor],
      ["manager", given.manager],
      ["rep", given.rep],
      [null, given.staff],
    ];
    const answers = await Promise.all(
      people.map(([, person]) => company.as(person).send("office.rows", { params: { tab } })),
    );
    const open = people.filter((_, n) => answers[n]?.status === 200).map(([role]) => role);
    expect(new Set(open)).toEqual(new Set(officeTabRoles[tab]));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200, 403]));
  });
});

/** What the page reads that a row opens; none where it opens nothing. */
const reads: Partial<Record<OfficeRowView["kind"], [OperationId, RawCall]>> = {
  month: ["teams.level", { params: { period: "2026-03" } }],
  attainment: ["teams.level", { params: { period: "2026-03" } }],
  approvals: ["todos.approvals", {}],
  approvalsOfOthers: ["todos.approvals", {}],
  targets: ["targets.level", { query: { measure: "sales.confirmed", period: "2026-03" } }],
  targetsMissing: ["targets.level", { query: { measure: "sales.confirmed", period: "2026-03" } }],
  plansInForce: ["plans.list", { query: { state: "published" } }],
  otherPlans: ["plans.list", { query: { state: "published" } }],
  withoutPlan: ["plans.list", { query: { state: "published" } }],
  plansInReview: ["plans.list", { query: { state: "inReview" } }],
  planDrafts: ["plans.list", { query: { state: "draft" } }],
  clients: ["customers.find", { query: { words: "客户" } }],
  duplicates: ["duplicates.list", {}],
  leaversKept: ["privacy.kept", {}],
  visitTypes: ["visitTypes.list", {}],
  problems: ["reports.list", { query: { view: "open" } }],
  active: ["members.list", {}],
  exports: ["exports.mine", {}],
  imports: ["imports.mine", {}],
  calendar: ["calendar.read", { params: { year: "2026" } }],
};

const planOf = ({ subjectId }: OfficeRowView): [OperationId, RawCall] => [
  "plans.read",
  { params: { planId: subjectId } },
];

it("has no row that leads where its reader may not go", async () => {
  await givenSale(company, { rep: given.rep, customer: given.customer });
  const seen = new Set<string>();
  for (const [role, person] of Object.entries(given.officers))
    for (const tab of officeTabs.filter((one) => officeTabRoles[one].some((of) => of === role)))
      for (const row of await rowsOf(person, tab)) {
        const [id, call] = row.kind === "plan" ? planOf(row) : (reads[row.kind] ?? []);
        if (!id) continue;
        seen.add(row.kind);
        const { status } = await company.as(person).send(id, call);
        expect([role, tab, row.kind, status]).toEqual([role, tab, row.kind, 200]);
      }
  expect(seen.size).toBeGreaterThan(8);
});

describe("关账", () => {
  it("has until when each of the last months takes what is recorded, with the sales that wait in it", async () => {
    await givenSale(company, { rep: given.rep, customer: given.customer });
    const months = (await rowsOf(given.officers.hr, "closing")).filter(({ kind }) => kind === "month");
    expect(months.map(({ period, count, isClosed, at }) => [period, count, isClosed, at])).toEqual([
      ["2026-03", 1, false, "2026-04-01T10:00:00.000Z"],
      ["2026-02", 0, false, "2026-03-02T10:00:00.000Z"],
      ["2026-01", 0, false, "2026-02-02T10:00:00.000Z"],
    ]);
  });

  it("asks for somebody where a month is cut off and something still waits in it", async () => {
    await givenSale(company, { rep: given.rep, customer: given.customer });
    const isOfMarch = async () =>
      (await rowsOf(given.officers.finance, "closing")).find(({ period }) => period === "2026-03");
    expect((await isOfMarch())?.state).toBe("ok");
    company.app.clock.set("2026-04-02T09:00:00+08:00");
    expect(await isOfMarch()).toMatchObject({ count: 1, state: "attention" });
  });

  it("counts the approvals that the page of them lists", async () => {
    await givenSale(company, { rep: given.rep, customer: given.customer });
    const { items } = await company.as(given.officers.finance).call("todos.approvals");
    expect(items.filter(({ isAsked }) => !isAsked)).toHaveLength(1);
    expect(await rowOf(given.officers.finance, "closing", "approvalsOfOthers")).toMatchObject({ count: 1 });
    expect(await rowOf(given.officers.finance, "closing", "approvals")).toBeUndefined();
  });

  it("offers an auditor nothing to decide on", async () => {
    await givenSale(company, { rep: given.rep, customer: given.customer });
    const kinds = (await rowsOf(given.officers.auditor, "closing")).map(({ kind }) => kind);
    expect(new Set(kinds)).toEqual(new Set(["month"]));
  });
});

describe("成员", () => {
  const counts = async () =>
    Object.fromEntries((await rowsOf(given.officers.admin, "people")).map(({ kind, count }) => [kind, count]));

  it("counts who is here, who has no team, and who has no role besides", async () => {
    const { active, withoutTeam, withoutRole, left } = await counts();
    // Manager and two reps; HR of the company, finance, HR, an administrator, an auditor, one without a role.
    expect({ active, withoutTeam, withoutRole, left }).toEqual({ active: 9, withoutTeam: 6, withoutRole: 1, left: 0 });
  });

  it("counts who has left apart", async () => {
    company.app.wecom.putMember({ userid: given.staff.memberId, status: 5 });
    await syncDirectory(company.app.deps);
    expect(await counts()).toMatchObject({ active: 8, withoutRole: 0, left: 1 });
  });

  it.each([
    ["team", "withoutTeam"],
    ["role", "withoutRole"],
  ] as const)("counts who lacks a %s as the page of members lists them", async (lacking, kind) => {
    const { items } = await company.as(given.officers.admin).call("members.list", { lacking });
    expect((await counts())[kind]).toBe(items.length);
  });

  it("says of whom it is not certain who they are only where there is somebody", async () => {
    expect(Object.keys(await counts())).not.toContain("unsure");
  });
});

describe("方案", () => {
  it("says how many people each plan pays, and who is on none", async () => {
    const rows = await rowsOf(given.officers.finance, "plans");
    expect(rows.find(({ kind }) => kind === "plan")).toMatchObject({ count: 1 });
    expect(rows.find(({ kind }) => kind === "withoutPlan")).toMatchObject({
      count: 1,
      names: [given.colleague.name],
      state: "attention",
    });
  });

  it("names who is on no plan where its row leads, for finance as well", async () => {
    const row = await rowOf(given.officers.finance, "plans", "withoutPlan");
    const { without } = await company.as(given.officers.finance).call("plans.list", { state: "published" });
    expect(without).toEqual({ count: row?.count, names: [given.colleague.name] });
  });
});

describe("报表", () => {
  beforeEach(async () => {
    await givenConfirmedSale(company, { rep: given.rep, customer: given.customer, amountFen: 5_000_000 });
    await company.workAll();
  });

  it("says of the company's month what its page says", async () => {
    const row = await rowOf(given.officers.hr, "reports", "attainment");
    const page = await company.as(given.officers.hr).call("teams.level", { period: "2026-03" });
    expect(row).toMatchObject({ period: "2026-03", doneFen: 5_000_000, targetFen: page.team.targetFen });
    expect(page.team.doneFen).toBe(5_000_000);
  });

  it("opens from the company to a team and to its people", async () => {
    const { auditor } = given.officers;
    const whole = await company.as(auditor).call("teams.level", { period: "2026-03" });
    const [branch] = whole.units;
    const branchPage = await company.as(auditor).call("teams.level", { period: "2026-03", unitId: branch?.unitId });
    expect(branchPage.units.map(({ name }) => name)).toContain(given.team);
    const team = await company.as(auditor).call("teams.level", { period: "2026-03", unitId: given.unitId });
    expect(team.path.map(({ unitId }) => unitId)).toEqual([whole.team.unitId, branch?.unitId, given.unitId]);
    expect(team.members?.find(({ memberId }) => memberId === given.rep.memberId)).toMatchObject({ doneFen: 5_000_000 });
  });

  it("begins for a leader with what they lead, and shows nothing above it", async () => {
    const level = await company.as(given.manager).call("teams.level", { period: "2026-03" });
    expect([level.team.unitId, level.path]).toEqual([given.unitId, [{ unitId: given.unitId, name: given.team }]]);
  });
});

describe("系统体检", () => {
  const stateOf = async (kind: string) => (await rowOf(given.officers.admin, "health", kind))?.state;

  it("says of what it stands on that it works", async () => {
    expect(await Promise.all(["database", "fieldKeys", "outbox", "jobs"].map(stateOf))).toEqual([
      "ok",
      "ok",
      "ok",
      "ok",
    ]);
  });

  it("asks WeCom when it is opened", async () => {
    expect(await stateOf("wecom")).toBe("ok");
    company.app.passRealTime({ seconds: 30 });
    company.app.wecom.failNext({ path: "department/get", errcode: 60020, times: 10 });
    expect(await rowOf(given.officers.admin, "health", "wecom")).toMatchObject({
      ...{ state: "fault", names: ["address", "127.0.0.1"] },
    });
  });

  it("says that a message could not be delivered, and how many", async () => {
    const dueAt = company.app.deps.realNow();
    await putStored("events", [{ _id: "d1", state: "dead", dueAt }] as never);
    expect(await rowOf(given.officers.admin, "health", "outbox")).toMatchObject({ count: 1, state: "attention" });
  });

  it("names the job that was given up within a day", async () => {
    const at = company.app.deps.realNow();
    await putStored("jobRuns", [{ _id: "night@1", job: "night", state: "failed", leaseUntil: at }] as never);
    expect(await rowOf(given.officers.admin, "health", "jobs")).toMatchObject({ names: ["night"], state: "attention" });
  });
});
