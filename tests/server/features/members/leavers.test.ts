import { randomUUID } from "node:crypto";
import { jobActor } from "@shared/domain/actor";
import { decideReturn, syncDirectory } from "../../../../server/features/members";
import { branchUnitId, type Company, givenMember, type Person, prepare } from "../../../support/given";
import type { TestApp } from "../../../support/startTestApp";
import { putStored, forget, stored } from "../../../support/testDatabase";

const start = prepare(async (company) => {
  const leaver = await givenMember(company, { roles: ["finance"] });
  return { leaver };
});

let company: Company;
let leaver: Person;
let app: TestApp;
beforeEach(async () => {
  ({ company, leaver } = await start());
  app = company.app;
});

const grant = ({ memberId }: Person, role: "admin" | "manager", unitId: string | null = null) =>
  company.as(company.hr).call("roles.grant", { memberId }, { commandId: randomUUID(), role, unitId, lastOn: null });
const readOn = async (at: string) => {
  app.clock.set(at);
  app.passRealTime({ seconds: 6 });
  await syncDirectory(app.deps);
};
const leaves = ({ memberId }: Person) => app.wecom.putMember({ userid: memberId, status: 5 });
const returns = ({ memberId }: Person) => app.wecom.putMember({ userid: memberId, status: 1 });
const recorded = async ({ memberId }: Person) => (await stored("members", { _id: memberId }))[0];

describe("somebody who leaves and comes back", () => {
  beforeEach(async () => {
    await grant(leaver, "admin");
    await grant(leaver, "manager", branchUnitId);
    leaves(leaver);
    await readOn("2026-03-30T03:00:00+08:00");
  });

  it("has none of the roles of before, administrator least of all", async () => {
    returns(leaver);
    await readOn("2026-04-02T03:00:00+08:00");
    const me = await app.me(leaver.memberId);
    expect({ roles: me.member.roles, leads: me.leads }).toEqual({ roles: [], leads: [] });
    expect(me.administratorNames).toEqual([company.hr.name]);
  });

  it("has had them until the day that they left, as the audit log says", async () => {
    expect(await recorded(leaver)).toMatchObject({ grantedRoles: [] });
    const { items } = await company.as(company.hr).call("roles.list", { memberId: leaver.memberId });
    expect(new Set(items.map(({ lastOn }) => lastOn))).toEqual(new Set(["2026-03-29"]));
    const [entry] = await stored("auditEntries", { subject: `member:${leaver.memberId}`, action: "member.left" });
    expect(entry?.detail).toMatchObject({
      rolesEnded: expect.arrayContaining(["admin", `manager:${branchUnitId}`]) as string[],
    });
  });

  it("is back where an administrator says so, also when WeCom shows them by name alone", async () => {
    returns(leaver);
    const { wecom } = app.deps;
    const listUsers = async () => (await wecom.listUsers()).filter(({ memberId }) => memberId !== leaver.memberId);
    const byNameAlone = { ...app.deps, wecom: { ...wecom, listUsers } };
    await syncDirectory(byNameAlone);
    expect(await recorded(leaver)).toMatchObject({ state: "left" });
    const decision = { actor: jobActor("member"), commandId: randomUUID(), memberId: leaver.memberId };
    await decideReturn(app.deps, { ...decision, as: "same" });
    await syncDirectory(byNameAlone);
    expect(await recorded(leaver)).toMatchObject({ state: "active", grantedRoles: [] });
  });

  it("is given roles when they are back, and not before", async () => {
    await expect(grant(leaver, "admin")).rejects.toMatchObject({ code: "member.unknown" });
    returns(leaver);
    await readOn("2026-04-02T03:00:00+08:00");
    await grant(leaver, "admin");
    expect((await app.me(leaver.memberId)).member.roles).toEqual(["admin"]);
  });
});

it("has not left who was moved while the lists were read", async () => {
  await grant(leaver, "admin");
  const { wecom } = app.deps;
  const listUsers = async () => (await wecom.listUsers()).filter(({ memberId }) => memberId !== leaver.memberId);
  await syncDirectory({ ...app.deps, wecom: { ...wecom, listUsers } });
  expect(await recorded(leaver)).toMatchObject({ state: "active", grantedRoles: ["finance", "admin"] });
  app.wecom.removeMember(leaver.memberId);
  await syncDirectory(app.deps);
  expect(await recorded(leaver)).toMatchObject({ state: "left", grantedRoles: [] });
});

it("does not have them either where they left before roles ended with leaving", async () => {
  await grant(leaver, "admin");
  const members = await stored("members");
  await forget("members");
  await putStored(
    "members",
    members.map((member) => ({ ...member, ...(String(member._id) === leaver.memberId && { state: "left" }) })),
  );
  await readOn("2026-03-30T03:00:00+08:00");
  expect((await app.me(leaver.memberId)).member.roles).toEqual([]);
  const [entry] = await stored("auditEntries", { subject: `member:${leaver.memberId}`, action: "member.returned" });
  expect(entry?.detail).toMatchObject({ rolesEnded: expect.arrayContaining(["admin"]) as string[] });
});
