import { randomUUID } from "node:crypto";
import { syncDirectory } from "../../../server/features/members";
import { startTestApp, type TestApp } from "../../support/startTestApp";
import { putStored, forget, stored } from "../../support/testDatabase";

let app: TestApp;
beforeEach(async () => {
  app = await startTestApp();
});

const grant = (memberId: string, role: "admin" | "manager", unitId: string | null = null) =>
  app.api.as("zhoumin").call("roles.grant", { memberId }, { commandId: randomUUID(), role, unitId, lastOn: null });
const readOn = async (at: string) => {
  app.clock.set(at);
  app.passRealTime({ seconds: 6 });
  await syncDirectory(app.deps);
};
const leaves = (userid: string) => app.wecom.putMember({ userid, status: 5 });
const returns = (userid: string) => app.wecom.putMember({ userid, status: 1 });
const recorded = async (memberId: string) => (await stored("members", { _id: memberId }))[0];

describe("somebody who leaves and comes back", () => {
  beforeEach(async () => {
    await grant("linjing", "admin");
    await grant("linjing", "manager", "u2");
    leaves("linjing");
    await readOn("2026-03-30T03:00:00+08:00");
  });

  it("has none of the roles of before, administrator least of all", async () => {
    returns("linjing");
    await readOn("2026-04-02T03:00:00+08:00");
    const me = await app.me("linjing");
    expect({ roles: me.member.roles, leads: me.leads }).toEqual({ roles: [], leads: [] });
    expect(me.administratorNames).toEqual(["周敏"]);
  });

  it("has had them until the day that they left, as the audit log says", async () => {
    expect(await recorded("linjing")).toMatchObject({ grantedRoles: [] });
    const { items } = await app.api.as("zhoumin").call("roles.list", { memberId: "linjing" });
    expect(new Set(items.map(({ lastOn }) => lastOn))).toEqual(new Set(["2026-03-29"]));
    const [entry] = await stored("auditEntries", { subject: "member:linjing", action: "member.left" });
    expect(entry?.detail).toMatchObject({ rolesEnded: expect.arrayContaining(["admin", "manager:u2"]) as string[] });
  });

  it("is given roles when they are back, and not before", async () => {
    await expect(grant("linjing", "admin")).rejects.toMatchObject({ code: "member.unknown" });
    returns("linjing");
    await readOn("2026-04-02T03:00:00+08:00");
    await grant("linjing", "admin");
    expect((await app.me("linjing")).member.roles).toEqual(["admin"]);
  });
});

it("has not left who is on no list, since they were moved while it was read, and answers to their name", async () => {
  await grant("linjing", "admin");
  const { wecom } = app.deps;
  const listUsers = async () => (await wecom.listUsers()).filter(({ memberId }) => memberId !== "linjing");
  await syncDirectory({ ...app.deps, wecom: { ...wecom, listUsers } });
  expect(await recorded("linjing")).toMatchObject({ state: "active", grantedRoles: ["finance", "admin"] });
  app.wecom.removeMember("linjing");
  await syncDirectory(app.deps);
  expect(await recorded("linjing")).toMatchObject({ state: "left", grantedRoles: [] });
});

it("does not have them either where they left before roles ended with leaving", async () => {
  await grant("linjing", "admin");
  const members = await stored("members");
  await forget("members");
  await putStored(
    "members",
    members.map((member) => ({ ...member, ...(String(member._id) === "linjing" && { state: "left" }) })),
  );
  await readOn("2026-03-30T03:00:00+08:00");
  expect((await app.me("linjing")).member.roles).toEqual([]);
  const [entry] = await stored("auditEntries", { subject: "member:linjing", action: "member.returned" });
  expect(entry?.detail).toMatchObject({ rolesEnded: expect.arrayContaining(["admin"]) as string[] });
});
