import { execFile } from "node:child_process";
import { randomUUID } from "node:crypto";
import { promisify } from "node:util";
import mongoose from "mongoose";
import { jobActor } from "@shared/domain/actor";
import {
  decideReturn,
  findMembers,
  findOfficers,
  membersInDoubt,
  membersOfUnit,
  syncDirectory,
} from "../../../../server/features/members";
import { verdictOf } from "../../../../server/features/members/identityVerdict";
import type { Member as WecomMember } from "../../../../server/dev/wecom/world";
import { internetCompany } from "@shared/domain/pay/plans";
import {
  type Company,
  type Customer,
  departmentIdOf,
  givenConfirmedSale,
  givenConsent,
  givenCustomer,
  givenPlan,
  givenTeam,
  type Person,
  prepare,
  type Team,
  tellPhones,
} from "../../../support/given";
import type { TestApp } from "../../../support/startTestApp";
import { stored, writtenElsewhere } from "../../../support/testDatabase";
import { testFieldKey } from "../../../support/testSettings";
import { markUpToDate } from "../../../support/upToDate";

const start = prepare(async (company) => {
  const team = await givenTeam(company, { reps: [{ name: "小王" }, { name: "小李" }] });
  const otherTeam = await givenTeam(company, { reps: [{ name: "张三" }] });
  const [rep, colleague] = team.reps;
  const [stillHere] = otherTeam.reps;
  await givenPlan(company, { ...internetCompany, scope: { orgUnits: [team.unitId, otherTeam.unitId] } });
  const customer = await givenCustomer(company, { owner: rep });
  for (const [n, { memberId }] of [rep, colleague, stillHere, company.hr].entries())
    company.app.wecom.putMember({ userid: memberId, mobile: `1390000000${n}` });
  return { team, otherTeam, rep, colleague, stillHere, customer };
});

let company: Company;
let app: TestApp;
let team: Team;
let otherTeam: Team;
let rep: Person;
let colleague: Person;
let stillHere: Person;
let customer: Customer;
/** Whoever has the rep's userid as a member of their own. */
let follower: Person;
let told: Record<string, unknown>[];

beforeEach(async () => {
  told = [];
  const onLog = (line: Record<string, unknown>) => line.alarm === "directory.unsure" && told.push(line);
  const settings = { FIELD_KEYS: testFieldKey("k1") };
  const started = await start({ now: "2026-03-26T10:05:00+08:00", onLog, settings });
  ({ company, team, otherTeam, rep, colleague, stillHere, customer } = started);
  app = company.app;
  follower = { memberId: `${rep.memberId}~2`, name: "王新人" };
});

async function readOn(day: string): Promise<void> {
  app.clock.set(`${day}T03:00:00+08:00`);
  app.passRealTime({ seconds: 6 });
  await syncDirectory(app.deps);
  app.passRealTime({ seconds: 6 });
}

const change = ({ memberId }: Person, now: Partial<WecomMember>) => app.wecom.putMember({ userid: memberId, ...now });
const inOtherTeam = () => ({ department: [departmentIdOf(otherTeam.unitId)], status: 1 as const });

/** The rep has consented, sold and left; from 10 April on somebody has that userid in WeCom, in the other team. */
async function givenReturn(who: Partial<WecomMember>, phones = false): Promise<void> {
  tellPhones(company, phones);
  await readOn("2026-03-26");
  await givenConsent(company, rep);
  await givenConfirmedSale(company, { rep, customer });
  await company.workAll();
  const before = app.wecom.world.members.find(({ userid }) => userid === rep.memberId);
  app.wecom.removeMember(rep.memberId);
  await readOn("2026-03-28");
  change(rep, { ...before, ...inOtherTeam(), ...who });
  await readOn("2026-04-10");
}

const login = async (): Promise<string> => {
  const { token } = await app.api.call("auth.loginWeapp", {}, { code: app.wecom.issueLoginCode(rep.memberId) });
  const { body } = await app.api.send("me.read", { headers: { authorization: `Bearer ${token}` } });
  return (body as { member: { memberId: string } }).member.memberId;
};
const decide = (as: "same" | "other") =>
  decideReturn(app.deps, { actor: jobActor("member"), commandId: randomUUID(), memberId: rep.memberId, as });
const recorded = async ({ memberId }: Person) => (await findMembers([memberId])).get(memberId);

describe("a new colleague with another name and number who is given the userid of somebody who has left", () => {
  beforeEach(() => givenReturn({ name: "王新人", mobile: "13900001111" }, true));

  it("is a member of their own, with nothing of what was the other's", async () => {
    expect(await login()).toBe(follower.memberId);
    expect(await company.as(follower).call("me.read")).toMatchObject({
      member: { name: "王新人", roles: ["rep"] },
      team: { unitId: otherTeam.unitId },
      consent: { acceptedVersion: null },
    });
    expect((await company.statement(follower, "2026-03")).lines).toEqual([]);
    expect((await company.as(follower).call("sales.list", { view: "mine" })).items).toEqual([]);
    expect(await recorded(rep)).toMatchObject({ name: "小王", active: false });
    expect(await membersOfUnit(otherTeam.unitId, "2026-04-10")).not.toContain(rep.memberId);
  });

  it("works like everybody in the days after", async () => {
    expect(await syncDirectory(app.deps)).toEqual({ people: 0, units: 0 });
    await givenConsent(company, follower);
    app.clock.set("2026-04-10T10:05:00+08:00");
    const own = await givenCustomer(company, { owner: follower, by: follower, ownedFrom: "2026-03-01" });
    const { saleId } = await givenConfirmedSale(company, {
      rep: follower,
      customer: own,
      confirmedBy: otherTeam.manager,
    });
    await company.workAll();
    expect((await company.as(follower).call("sales.list", { view: "mine" })).items).toMatchObject([{ saleId }]);
    expect((await company.statement(follower, "2026-04")).lines.length).toBeGreaterThan(0);
    expect(company.toldTo(rep).length).toBeGreaterThan(0);
  });

  it("leaves as themselves before a third one has the userid", async () => {
    app.wecom.removeMember(rep.memberId);
    await readOn("2026-04-20");
    expect((await recorded(follower))?.active).toBe(false);
    change(rep, { name: "王三", ...inOtherTeam(), mobile: "13900002222" });
    await readOn("2026-04-25");
    expect(await login()).toBe(`${rep.memberId}~3`);
  });
});

describe("somebody who comes back under another name, with no number told", () => {
  beforeEach(() => givenReturn({ name: "王婷" }));

  it("stays out until an administrator says who it is, which is told", async () => {
    await expect(login()).rejects.toMatchObject({ code: "login.unsure" });
    expect(told.at(-1)).toMatchObject({ ids: [rep.memberId], count: 1 });
    expect(told.at(-1)?.msg).toMatch(/npm run member -- same USERID/);
  });

  it("sees what is theirs where it is the same person, who is asked for consent again", async () => {
    await decide("same");
    await syncDirectory(app.deps);
    expect(await login()).toBe(rep.memberId);
    expect((await company.statement(rep, "2026-03")).lines.length).toBeGreaterThan(0);
    expect(await company.as(rep).call("me.read")).toMatchObject({
      member: { name: "王婷" },
      consent: { acceptedVersion: null },
    });
    await givenConsent(company, rep);
    expect((await stored("consents")).map(({ endedAt }) => endedAt === null).sort()).toEqual([false, true]);
    // What was said counts once.
    expect((await stored("members", { _id: rep.memberId }))[0]?.decided).toBeNull();
  });

  it("is a member of their own where it is somebody else, as the audit log says", async () => {
    await decide("other");
    await syncDirectory(app.deps);
    expect(await login()).toBe(follower.memberId);
    expect(
      await stored("auditEntries", { subject: `member:${rep.memberId}`, action: "member.decideReturn" }),
    ).toMatchObject([{ actor: { kind: "job", id: "member" }, detail: { as: "other" } }]);
  });

  it("is said by one command", async () => {
    await markUpToDate();
    writtenElsewhere();
    const { memberId } = rep;
    const uri = new URL(process.env.TEST_MONGODB_URI ?? "");
    uri.pathname = `/${mongoose.connection.name}`;
    const { WECOM_CORP_ID, WECOM_AGENT_ID, WECOM_APP_SECRET, WECOM_API_URL } = app.deps.settings;
    const env = {
      ...{ PATH: process.env.PATH, NODE_ENV: "test" as const, MONGODB_URI: uri.href, FIELD_KEYS: testFieldKey("k1") },
      ...{ WECOM_CORP_ID, WECOM_AGENT_ID: String(WECOM_AGENT_ID), WECOM_APP_SECRET, WECOM_API_URL },
    };
    const run = promisify(execFile);
    const { stdout } = await run(process.execPath, ["dist/server/cli/member.js", "same", memberId.toUpperCase()], {
      env,
    });
    expect(stdout).toBe(
      `Who has the userid of ${memberId} now, 王婷, is the same person.\n${memberId} (王婷) is here.\n`,
    );
    await expect(run(process.execPath, ["dist/server/cli/member.js", "same", memberId], { env })).rejects.toMatchObject(
      {
        code: 1,
        stderr: `${memberId} (王婷) is here, and nobody else has that userid; nothing was changed.\n`,
      },
    );
  }, 60_000);
});

describe("a userid whose name and number have both changed since the last reading", () => {
  beforeEach(async () => {
    tellPhones(company, true);
    await readOn("2026-03-26");
    change(rep, { name: "王新人", mobile: "13900001111" });
    await readOn("2026-03-28");
  });

  it("lets nobody in until an administrator says who it is", async () => {
    await expect(login()).rejects.toMatchObject({ code: "login.unsure" });
    await expect(company.as(rep).call("me.read")).rejects.toMatchObject({ code: "session.ended" });
    expect(await membersOfUnit(team.unitId, "2026-03-28")).toContain(rep.memberId);
    expect(told.at(-1)).toMatchObject({ ids: [rep.memberId] });
    expect(await membersInDoubt()).toMatchObject([{ memberId: rep.memberId, name: "小王" }]);
    expect(await syncDirectory(app.deps)).toEqual({ people: 0, units: 0 });
  });

  it("has no role that decides or helps until then", async () => {
    const grant = { commandId: randomUUID(), role: "hr", unitId: null, lastOn: null } as const;
    const given = company.as(company.hr).call("roles.grant", { memberId: rep.memberId }, grant);
    await expect(given).rejects.toMatchObject({ code: "member.unknown" });
    expect(await findOfficers(["hr", "admin"], "2026-03-28")).toContainEqual(
      expect.objectContaining({ memberId: company.hr.memberId }),
    );
    change(company.hr, { name: "林一", mobile: "13900004444" });
    await readOn("2026-03-29");
    expect(await findOfficers(["hr", "admin"], "2026-03-29")).not.toContainEqual(
      expect.objectContaining({ memberId: company.hr.memberId }),
    );
  });

  it("is that of the same person who goes on, or of somebody else from then on", async () => {
    await decide("same");
    await readOn("2026-03-29");
    expect(await login()).toBe(rep.memberId);
    expect((await app.me(rep.memberId)).member.name).toBe("王新人");
    change(rep, { name: "王二", mobile: "13900002222" });
    await readOn("2026-03-30");
    await decide("other");
    await readOn("2026-03-31");
    expect(await login()).toBe(follower.memberId);
    expect((await recorded(rep))?.active).toBe(false);
  });

  it("that changes in one of them only is still theirs", async () => {
    change(stillHere, { name: "张三丰" });
    change(colleague, { mobile: "13900003333" });
    await readOn("2026-03-29");
    const names = [...(await findMembers([stillHere.memberId, colleague.memberId])).values()].map(
      ({ name, active }) => [name, active],
    );
    expect(names.sort()).toEqual(
      [
        ["小李", true],
        ["张三丰", true],
      ].sort(),
    );
  });
});

it("a decision ends with who it was about, also where WeCom tells neither names nor numbers", async () => {
  await givenReturn({ name: "" });
  await decide("same");
  // Gone again before the reading that would have gone by it; two months later somebody is given the userid.
  app.wecom.removeMember(rep.memberId);
  await readOn("2026-04-11");
  change(rep, { name: "", ...inOtherTeam() });
  await readOn("2026-06-10");
  expect(await stored("members", { _id: rep.memberId })).toMatchObject([{ state: "left", decided: null }]);
});

it("a decision waits for who has come back while WeCom does not say where they belong", async () => {
  await givenReturn({ name: "王新人" });
  await decide("same");
  change(rep, { placeUntold: true });
  await readOn("2026-04-11");
  const { placeUntold: _untold, ...placed } =
    app.wecom.world.members.find(({ userid }) => userid === rep.memberId) ?? {};
  app.wecom.removeMember(rep.memberId);
  change(rep, placed);
  await readOn("2026-04-12");
  expect(await login()).toBe(rep.memberId);
});

it("somebody who comes back under the same name is the same person", async () => {
  await givenReturn({});
  expect(await login()).toBe(rep.memberId);
  expect(told).toEqual([]);
});

const names = { same: "小王", longer: "小王（华南）", other: "王婷", untold: "", userid: "XiaoWang" };

it.each([
  ["who had left and has the same name and number", "left", "same", true, "same"],
  ["who had left and has the same name, no number told", "left", "same", undefined, "same"],
  ["who had left and has no name told, the same number", "left", "untold", true, "same"],
  ["who had left and has another name and number", "left", "other", false, "other"],
  ["who had left and has another name, the same number, as with the company's SIM", "left", "other", true, "unsure"],
  ["who had left and has the same name, another number", "left", "same", false, "unsure"],
  ["who had left and has no name told, another number", "left", "untold", false, "unsure"],
  ["who had left and has a name like it, no number told", "left", "longer", undefined, "unsure"],
  ["who had left and has another name, no number recorded", "left", "other", null, "unsure"],
  ["who had left and has neither name nor number told", "left", "untold", undefined, "unsure"],
  ["who is here and has another number", "active", "same", false, "same"],
  ["who is here and has a longer name, another number", "active", "longer", false, "unsure"],
  ["who is here and has neither name nor number told", "active", "untold", undefined, "same"],
  ["who is here and has the userid for a name", "active", "userid", undefined, "same"],
  ["who is here and has another name, no number told", "active", "other", undefined, "unsure"],
  ["who is here and has another name, the same number, as with the company's SIM", "active", "other", true, "unsure"],
  ["who is here and has another name and number", "active", "other", false, "unsure"],
  ["who is here and has no name told, another number", "active", "untold", false, "unsure"],
] as const)("somebody %s", (_what, state, told, isRecorded, verdict) => {
  const phone = isRecorded === undefined ? undefined : { isRecorded, indexes: ["k1.a"] };
  const user = { memberId: "xiaowang", name: names[told] };
  const before = { _id: "xiaowang", name: "小王", state };
  expect(verdictOf(before, user, phone)).toBe(verdict);
  const decided = { as: "other" as const, name: user.name, phoneIndex: phone ? "k1.a" : null };
  expect(verdictOf({ ...before, decided }, user, phone)).toBe("other");
  expect(verdictOf({ ...before, decided: { ...decided, name: "王三" } }, user, phone)).toBe(verdict);
  expect(verdictOf({ ...before, decided: { ...decided, phoneIndex: "k1.b" } }, user, phone)).toBe(verdict);
});
