import { randomUUID } from "node:crypto";
import { jobActor, type MemberActor, wecomActor } from "@shared/domain/actor";
import { grantRole } from "../../../server/features/members";
import { mayChangeRoles, mayReadRoles } from "../../../server/features/members/policy";
import { startTestApp, type TestApp } from "../../support/startTestApp";
import { stored } from "../../support/testDatabase";

let app: TestApp;
beforeEach(async () => {
  app = await startTestApp();
});

type Given = { role: "manager" | "finance" | "hr" | "admin"; unitId?: string; lastOn?: string };
const grant = (by: string, memberId: string, { role, unitId, lastOn }: Given, commandId: string = randomUUID()) =>
  app.api.as(by).call("roles.grant", { memberId }, { commandId, role, unitId: unitId ?? null, lastOn: lastOn ?? null });
const revoke = (by: string, memberId: string, role: Given["role"], unitId: string | null = null) =>
  app.api.as(by).call("roles.revoke", { memberId }, { commandId: randomUUID(), role, unitId });
const rolesOf = async (memberId: string) => (await app.me(memberId)).member.roles;

describe("a role", () => {
  it("counts from the next request on, and is gone with the next one after it was taken back", async () => {
    await grant("zhoumin", "xiaoli", { role: "finance" });
    expect(await rolesOf("xiaoli")).toEqual(["finance", "rep"]);
    await revoke("zhoumin", "xiaoli", "finance");
    expect(await rolesOf("xiaoli")).toEqual(["rep"]);
  });

  it("with a last day ends by itself", async () => {
    await grant("zhoumin", "xiaoli", { role: "hr", lastOn: "2026-03-27" });
    app.clock.set("2026-03-27T23:59:00+08:00");
    app.passRealTime({ seconds: 6 });
    expect(await rolesOf("xiaoli")).toContain("hr");
    app.clock.set("2026-03-28T00:00:00+08:00");
    app.passRealTime({ seconds: 6 });
    expect(await rolesOf("xiaoli")).toEqual(["rep"]);
  });

  it("of a manager is one of a unit, which is then led", async () => {
    await grant("zhoumin", "linjing", { role: "manager", unitId: "u2" });
    expect((await app.me("linjing")).leads.map(({ unitId }) => unitId)).toEqual(["u2"]);
    await revoke("zhoumin", "linjing", "manager", "u2");
    expect((await app.me("linjing")).leads).toEqual([]);
    await expect(grant("zhoumin", "linjing", { role: "manager" })).rejects.toMatchObject({ code: "role.unit" });
    await expect(grant("zhoumin", "linjing", { role: "hr", unitId: "u2" })).rejects.toMatchObject({
      code: "role.unit",
    });
    await expect(grant("zhoumin", "linjing", { role: "manager", unitId: "u99" })).rejects.toMatchObject({
      code: "unit.unknown",
    });
  });

  it("is given by administrators alone, and not to themselves", async () => {
    await expect(grant("zhoumin", "zhoumin", { role: "finance" })).rejects.toMatchObject({ code: "role.own" });
    await expect(revoke("zhoumin", "zhoumin", "admin")).rejects.toMatchObject({ code: "role.own" });
    for (const by of ["xiaowang", "chenhao", "linjing"])
      await expect(grant(by, "xiaoli", { role: "admin" })).rejects.toMatchObject({ code: "right.missing" });
    await expect(grant("zhoumin", "nobody", { role: "hr" })).rejects.toMatchObject({ code: "member.unknown" });
  });

  it("is given to nobody by those who are administrators through them, be it by one step or by two", async () => {
    await grant("zhoumin", "linjing", { role: "admin" });
    await grant("linjing", "chenhao", { role: "admin" });
    for (const by of ["linjing", "chenhao"]) {
      await expect(grant(by, "zhoumin", { role: "finance" })).rejects.toMatchObject({ code: "role.giver" });
    }
    // What somebody has already is not made longer in this way, either; anybody else is still raised by them.
    await expect(grant("chenhao", "linjing", { role: "finance", lastOn: "2026-12-31" })).rejects.toMatchObject({
      code: "role.giver",
    });
    await grant("chenhao", "xiaoli", { role: "hr" });
    // Whoever runs the server has named the first one, and goes on from there.
    const body = { commandId: randomUUID(), role: "finance" as const, unitId: null, lastOn: null };
    await grantRole(app.deps, { actor: jobActor("role"), memberId: "zhoumin", body });
    expect(await rolesOf("zhoumin")).toContain("finance");
  });

  it("of a few days is made longer by nobody who is an administrator through whom they make one", async () => {
    await grant("zhoumin", "linjing", { role: "admin", lastOn: "2026-03-28" });
    await grant("zhoumin", "sunwei", { role: "admin", lastOn: "2026-03-28" });
    await grant("linjing", "sunwei", { role: "admin" });
    await expect(grant("sunwei", "linjing", { role: "admin" })).rejects.toMatchObject({ code: "role.giver" });
  });

  it("made longer is given anew for the time after, and the time before stays theirs who gave it", async () => {
    await grant("zhoumin", "linjing", { role: "admin" });
    await grant("zhoumin", "xiaoli", { role: "hr", lastOn: "2026-03-28" });
    await grant("linjing", "xiaoli", { role: "hr", lastOn: "2026-04-30" });
    const given = async () =>
      (await app.api.as("xiaoli").call("roles.list", { memberId: "xiaoli" })).items.map(
        ({ fromOn, lastOn, by }) => `${fromOn} to ${lastOn} by ${by.id}`,
      );
    expect(await given()).toEqual(["2026-03-26 to 2026-03-28 by zhoumin", "2026-03-29 to 2026-04-30 by linjing"]);
    await grant("linjing", "xiaoli", { role: "hr", lastOn: "2026-04-01" });
    expect(await given()).toEqual(["2026-03-26 to 2026-03-28 by zhoumin", "2026-03-29 to 2026-04-01 by linjing"]);
    await grant("linjing", "xiaoli", { role: "hr", lastOn: "2026-03-27" });
    expect(await given()).toEqual(["2026-03-26 to 2026-03-27 by zhoumin"]);
    await grant("linjing", "xiaoli", { role: "hr" });
    await revoke("linjing", "xiaoli", "hr");
    expect(await given()).toEqual(["2026-03-26 to 2026-03-25 by zhoumin"]);
    expect(await rolesOf("xiaoli")).toEqual(["rep"]);
  });

  it("given again changes nothing; with another last day it gets that", async () => {
    await grant("zhoumin", "xiaoli", { role: "hr" });
    const before = await stored("members", { _id: "xiaoli" });
    await grant("zhoumin", "xiaoli", { role: "hr" });
    expect(await stored("members", { _id: "xiaoli" })).toEqual(before);
    await grant("zhoumin", "xiaoli", { role: "hr", lastOn: "2026-06-30" });
    const { items } = await app.api.as("xiaoli").call("roles.list", { memberId: "xiaoli" });
    expect(items).toEqual([
      { role: "hr", unitId: null, fromOn: "2026-03-26", lastOn: "2026-06-30", by: { kind: "member", id: "zhoumin" } },
    ]);
  });

  it("says in the audit log who gave it", async () => {
    await grant("zhoumin", "xiaoli", { role: "hr" });
    const entries = await stored("auditEntries", { subject: "member:xiaoli", action: "roles.grant" });
    expect(entries).toMatchObject([{ actor: { kind: "member", id: "zhoumin" }, detail: { role: "hr" } }]);
  });

  it("no more names somebody as administrator whose time is over", async () => {
    await grant("zhoumin", "linjing", { role: "admin", lastOn: "2026-03-26" });
    expect((await app.me("xiaoli")).administratorNames).toEqual(["林静", "周敏"]);
    app.clock.set("2026-03-27T09:00:00+08:00");
    expect((await app.me("xiaoli")).administratorNames).toEqual(["周敏"]);
  });
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
