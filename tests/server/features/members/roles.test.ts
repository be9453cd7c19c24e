import { randomUUID } from "node:crypto";
import { jobActor, type MemberActor, wecomActor } from "@shared/domain/actor";
import { grantRole, revokeRole } from "../../../../server/features/members";
import { remindRoles } from "../../../../server/features/notices";
import { mayChangeRoles, mayReadRoles } from "../../../../server/features/members/policy";
import { branchUnitId, type Company, givenTeam, type Person, prepare } from "../../../support/given";
import type { TestApp } from "../../../support/startTestApp";
import { stored } from "../../../support/testDatabase";

const start = prepare(async (company) => {
  const team = await givenTeam(company, { reps: [{}, {}] });
  const { manager } = team;
  const [rep, colleague] = team.reps;
  return { manager, rep, colleague };
});

let company: Company;
let manager: Person;
let rep: Person;
let colleague: Person;
let app: TestApp;
beforeEach(async () => {
  ({ company, manager, rep, colleague } = await start());
  app = company.app;
});

type Given = { role: "rep" | "manager" | "finance" | "hr" | "admin"; unitId?: string; lastOn?: string };
const grant = (
  by: Person,
  { memberId }: Pick<Person, "memberId">,
  { role, unitId, lastOn }: Given,
  commandId: string = randomUUID(),
) =>
  company.as(by).call("roles.grant", { memberId }, { commandId, role, unitId: unitId ?? null, lastOn: lastOn ?? null });
const revoke = (by: Person, { memberId }: Person, role: Given["role"], unitId: string | null = null) =>
  company.as(by).call("roles.revoke", { memberId }, { commandId: randomUUID(), role, unitId });
const rolesOf = async ({ memberId }: Person) => (await app.me(memberId)).member.roles;

describe("a role", () => {
  it("counts from the next request on until the next one after it was taken back", async () => {
    await grant(company.hr, rep, { role: "finance" });
    expect(await rolesOf(rep)).toEqual(["finance", "rep"]);
    await revoke(company.hr, rep, "finance");
    expect(await rolesOf(rep)).toEqual(["rep"]);
  });

  it("with a last day ends by itself", async () => {
    await grant(company.hr, rep, { role: "hr", lastOn: "2026-03-27" });
    app.clock.set("2026-03-27T23:59:00+08:00");
    app.passRealTime({ seconds: 6 });
    expect(await rolesOf(rep)).toContain("hr");
    app.clock.set("2026-03-28T00:00:00+08:00");
    app.passRealTime({ seconds: 6 });
    expect(await rolesOf(rep)).toEqual(["rep"]);
  });

  it("of a manager is one of a unit, which is then led", async () => {
    await grant(company.hr, company.finance, { role: "manager", unitId: branchUnitId });
    expect((await app.me(company.finance.memberId)).leads.map(({ unitId }) => unitId)).toEqual([branchUnitId]);
    await revoke(company.hr, company.finance, "manager", branchUnitId);
    expect((await app.me(company.finance.memberId)).leads).toEqual([]);
    await expect(grant(company.hr, company.finance, { role: "manager" })).rejects.toMatchObject({ code: "role.unit" });
    await expect(grant(company.hr, company.finance, { role: "hr", unitId: branchUnitId })).rejects.toMatchObject({
      code: "role.unit",
    });
    await expect(grant(company.hr, company.finance, { role: "manager", unitId: "u99" })).rejects.toMatchObject({
      code: "unit.unknown",
    });
  });

  it("is given by administrators alone", async () => {
    for (const by of [colleague, manager, company.finance])
      await expect(grant(by, rep, { role: "admin" })).rejects.toMatchObject({ code: "right.missing" });
  });

  it("is neither given nor taken back by administrators for themselves", async () => {
    await expect(grant(company.hr, company.hr, { role: "finance" })).rejects.toMatchObject({ code: "role.own" });
    await expect(revoke(company.hr, company.hr, "admin")).rejects.toMatchObject({ code: "role.own" });
  });

  it("of a rep is not given to who is one by their team", async () => {
    await expect(grant(company.hr, rep, { role: "rep" })).rejects.toMatchObject({ code: "role.byDirectory" });
    await grant(company.hr, company.finance, { role: "rep" });
    expect(await rolesOf(company.finance)).toContain("rep");
    await grant(company.hr, manager, { role: "rep" });
    expect(await rolesOf(manager)).toEqual(["manager", "rep"]);
  });

  it("is given to people who are here", async () => {
    const granting = grant(company.hr, { memberId: "nobody" }, { role: "hr" });
    await expect(granting).rejects.toMatchObject({ code: "member.unknown" });
  });

  it("is given to nobody by those who are administrators through them, be it by one step or by two", async () => {
    await grant(company.hr, company.finance, { role: "admin" });
    await grant(company.finance, manager, { role: "admin" });
    for (const by of [company.finance, manager]) {
      await expect(grant(by, company.hr, { role: "finance" })).rejects.toMatchObject({ code: "role.giver" });
    }
    // What somebody has already is not made longer in this way, either; anybody else is still raised by them.
    await expect(grant(manager, company.finance, { role: "finance", lastOn: "2026-12-31" })).rejects.toMatchObject({
      code: "role.giver",
    });
    await grant(manager, rep, { role: "hr" });
    // Whoever runs the server has named the first one, and goes on from there.
    const body = { commandId: randomUUID(), role: "finance" as const, unitId: null, lastOn: null };
    await grantRole(app.deps, { actor: jobActor("role"), memberId: company.hr.memberId, body });
    expect(await rolesOf(company.hr)).toContain("finance");
  });

  it("of a few days is made longer by nobody who is an administrator through whom they make one", async () => {
    await grant(company.hr, company.finance, { role: "admin", lastOn: "2026-03-28" });
    await grant(company.hr, colleague, { role: "admin", lastOn: "2026-03-28" });
    await grant(company.finance, colleague, { role: "admin" });
    await expect(grant(colleague, company.finance, { role: "admin" })).rejects.toMatchObject({ code: "role.giver" });
  });

  it("made longer keeps for each part who gave it", async () => {
    await grant(company.hr, company.finance, { role: "admin" });
    await grant(company.hr, rep, { role: "hr", lastOn: "2026-03-28" });
    await grant(company.finance, rep, { role: "hr", lastOn: "2026-04-30" });
    const given = async () =>
      (await company.as(rep).call("roles.list", { memberId: rep.memberId })).items.map(
        ({ fromOn, lastOn, by }) => `${fromOn} to ${lastOn} by ${by.id}`,
      );
    expect(await given()).toEqual([
      `2026-03-26 to 2026-03-28 by ${company.hr.memberId}`,
      `2026-03-29 to 2026-04-30 by ${company.finance.memberId}`,
    ]);
    await grant(company.finance, rep, { role: "hr", lastOn: "2026-04-01" });
    expect(await given()).toEqual([
      `2026-03-26 to 2026-03-28 by ${company.hr.memberId}`,
      `2026-03-29 to 2026-04-01 by ${company.finance.memberId}`,
    ]);
    await grant(company.finance, rep, { role: "hr", lastOn: "2026-03-27" });
    expect(await given()).toEqual([`2026-03-26 to 2026-03-27 by ${company.hr.memberId}`]);
    await grant(company.finance, rep, { role: "hr" });
    await revoke(company.finance, rep, "hr");
    expect(await given()).toEqual([`2026-03-26 to 2026-03-25 by ${company.hr.memberId}`]);
    expect(await rolesOf(rep)).toEqual(["rep"]);
  });

  it("given again as it is changes nothing", async () => {
    await grant(company.hr, rep, { role: "hr" });
    const before = await stored("members", { _id: rep.memberId });
    await grant(company.hr, rep, { role: "hr" });
    expect(await stored("members", { _id: rep.memberId })).toEqual(before);
  });

  it("given again with another last day ends on that day", async () => {
    await grant(company.hr, rep, { role: "hr" });
    await grant(company.hr, rep, { role: "hr", lastOn: "2026-06-30" });
    const { items } = await company.as(rep).call("roles.list", { memberId: rep.memberId });
    expect(items).toEqual([
      {
        role: "hr",
        unitId: null,
        fromOn: "2026-03-26",
        lastOn: "2026-06-30",
        by: { kind: "member", id: company.hr.memberId },
      },
    ]);
  });

  it("says in the audit log who gave it", async () => {
    await grant(company.hr, rep, { role: "hr" });
    const entries = await stored("auditEntries", { subject: `member:${rep.memberId}`, action: "roles.grant" });
    expect(entries).toMatchObject([{ actor: { kind: "member", id: company.hr.memberId }, detail: { role: "hr" } }]);
  });

  it("sends nobody to themselves", async () => {
    await grant(company.hr, company.finance, { role: "admin" });
    expect((await app.me(company.hr.memberId)).administratorNames).toEqual([company.finance.name]);
  });

  it("no more names somebody as administrator whose time is over", async () => {
    await grant(company.hr, company.finance, { role: "admin", lastOn: "2026-03-26" });
    expect((await app.me(rep.memberId)).administratorNames).toEqual([company.hr.name, company.finance.name]);
    app.clock.set("2026-03-27T09:00:00+08:00");
    expect((await app.me(rep.memberId)).administratorNames).toEqual([company.hr.name]);
  });
});

const from = (
  by: Person,
  { memberId }: Person,
  role: "finance" | "admin",
  fromOn: string,
  lastOn: string | null = null,
) => company.as(by).call("roles.grant", { memberId }, { commandId: randomUUID(), role, unitId: null, lastOn, fromOn });
const heldBy = async ({ memberId }: Person) =>
  (await company.as(company.hr).call("roles.list", { memberId })).items.map(
    ({ role, fromOn, lastOn }) => `${role} ${fromOn} to ${lastOn}`,
  );

describe("a role from a later day on", () => {
  it("counts from that day on", async () => {
    await from(company.hr, rep, "finance", "2026-03-28");
    expect(await rolesOf(rep)).toEqual(["rep"]);
    app.clock.set("2026-03-28T00:00:00+08:00");
    app.passRealTime({ seconds: 6 });
    expect(await rolesOf(rep)).toEqual(["finance", "rep"]);
  });

  it("is given for the days before as well where it is given from today on", async () => {
    await from(company.hr, rep, "finance", "2026-03-28");
    await grant(company.hr, rep, { role: "finance" });
    expect(await heldBy(rep)).toEqual(["finance 2026-03-28 to null", "finance 2026-03-26 to 2026-03-27"]);
  });

  it("leaves a gap where it is to have one", async () => {
    await grant(company.hr, rep, { role: "finance", lastOn: "2026-03-27" });
    await from(company.hr, rep, "finance", "2026-04-01", "2026-04-30");
    expect(await heldBy(rep)).toEqual(["finance 2026-03-26 to 2026-03-27", "finance 2026-04-01 to 2026-04-30"]);
  });

  it("is taken back before it has begun, as if it had never been given", async () => {
    await from(company.hr, rep, "finance", "2026-03-28");
    await revoke(company.hr, rep, "finance");
    expect(await heldBy(rep)).toEqual([]);
  });

  it.each([
    ["2026-03-25", null],
    ["2026-03-28", "2026-03-27"],
  ])("is not given from %s to %s", async (fromOn, lastOn) => {
    await expect(from(company.hr, rep, "finance", fromOn, lastOn)).rejects.toMatchObject({ code: "input.invalid" });
    expect(await heldBy(rep)).toEqual([]);
  });
});

describe("the last administrator", () => {
  /** As whoever runs the server does. */
  const byOperator = (member: Person) =>
    revokeRole(app.deps, {
      actor: jobActor("role"),
      memberId: member.memberId,
      body: { commandId: randomUUID(), role: "admin", unitId: null },
    });

  it("stays one", async () => {
    await expect(byOperator(company.hr)).rejects.toMatchObject({ code: "role.lastAdmin" });
    expect(await rolesOf(company.hr)).toContain("admin");
  });

  it("stays one also where others are administrators for some days", async () => {
    await grant(company.hr, rep, { role: "admin", lastOn: "2026-04-30" });
    await expect(revoke(rep, company.hr, "admin")).rejects.toMatchObject({ code: "role.lastAdmin" });
  });

  it("is left where two take it from each other at once", async () => {
    await grant(company.hr, rep, { role: "admin" });
    const both = await Promise.allSettled([revoke(company.hr, rep, "admin"), revoke(rep, company.hr, "admin")]);
    expect(both.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  });
});

describe("whoever has a role", () => {
  const read = async (person: Person) =>
    (await company.as(person).call("notices.list", {})).items.map(({ title, text }) => `${title}：${text}`);

  it("reads that it is theirs, what it is for, by whom and until when", async () => {
    await grant(company.hr, rep, { role: "finance", lastOn: "2026-04-30" });
    await company.workAll();
    expect(await read(rep)).toEqual([
      `你有了新角色 · 财务：${company.hr.name}给了你「财务」的角色（3月26日到4月30日）。你可以看销售单、业绩和方案，确认销售单，代人事审方案。`,
    ]);
  });

  it("reads when it was taken back", async () => {
    await grant(company.hr, rep, { role: "finance" });
    await company.workAll();
    await revoke(company.hr, rep, "finance");
    await company.workAll();
    expect((await read(rep))[0]).toContain(`${company.hr.name}收回了你「财务」的角色`);
  });

  it("hears nothing where nothing changes", async () => {
    await grant(company.hr, rep, { role: "finance" });
    await grant(company.hr, rep, { role: "finance" });
    await company.workAll();
    expect(await read(rep)).toHaveLength(1);
  });

  it("as an administrator is made known to the other administrators, but not to who has done it", async () => {
    await grant(company.hr, colleague, { role: "admin" });
    await grant(colleague, rep, { role: "admin" });
    await company.workAll();
    expect((await read(company.hr)).join()).toContain(`${colleague.name}让${rep.name}做管理员`);
    expect((await read(colleague)).join()).not.toContain(`让${rep.name}做管理员`);
  });

  it("hears of its end once a week before, as administrators do", async () => {
    await grant(company.hr, rep, { role: "finance", lastOn: "2026-04-30" });
    const remind = (day: string) => {
      app.clock.set(`${day}T09:03:00+08:00`);
      return remindRoles({ at: app.clock.now(), runId: `remind-roles@${day}` }, app.deps);
    };
    await remind("2026-04-22");
    expect(await stored("notices", { kind: "role_ending" })).toEqual([]);
    for (const day of ["2026-04-23", "2026-04-23", "2026-04-24"]) await remind(day);
    await company.workAll();
    const told = await stored("notices", { kind: "role_ending" });
    expect(told.map(({ receiverId }) => String(receiverId)).sort()).toEqual([company.hr.memberId, rep.memberId].sort());
    expect((await read(rep))[0]).toContain("「财务」的角色到4月30日为止");
  });
});

it("lists who has which role, since when, until when and by whom", async () => {
  await grant(company.hr, rep, { role: "finance", lastOn: "2026-04-30" });
  const { items, can } = await company.as(company.hr).call("roles.overview");
  expect(items).toContainEqual({
    ...{ memberId: rep.memberId, name: rep.name, role: "finance", unitId: null, unitName: null },
    ...{ fromOn: "2026-03-26", lastOn: "2026-04-30", byName: company.hr.name },
  });
  expect(can).toEqual({ grant: true });
});

it.each([
  ["an administrator", ["admin"], true, true],
  ["an auditor", ["auditor"], false, true],
  ["HR", ["hr"], false, false],
  ["finance", ["finance"], false, false],
  ["a leader", ["manager"], false, false],
] as const)("what %s may do with another's roles", (_name, roles, change, read) => {
  const actor: MemberActor = {
    kind: "member",
    id: "one",
    name: "one",
    roles,
    scopes: [],
    teamId: null,
    leads: ["team"],
    language: "zh-CN",
  };
  expect([mayChangeRoles(actor, "other"), mayReadRoles(actor, "other")]).toEqual([change, read]);
  expect([mayChangeRoles(actor, "one"), mayReadRoles(actor, "one")]).toEqual([false, true]);
  expect([mayChangeRoles(jobActor("role"), "one"), mayChangeRoles(wecomActor("directory"), "one")]).toEqual([
    true,
    false,
  ]);
});
