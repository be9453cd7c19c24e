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
import { type DemoWorld, startDemoWorld } from "../../../support/demoWorld";
import { stored } from "../../../support/testDatabase";
import { testFieldKey } from "../../../support/testSettings";
import { markUpToDate } from "../../../support/upToDate";

const wan = 1_000_000;
let world: DemoWorld;
let told: Record<string, unknown>[];

beforeEach(async () => {
  told = [];
  const onLog = (line: Record<string, unknown>) => line.alarm === "directory.unsure" && told.push(line);
  const settings = { FIELD_KEYS: testFieldKey("k1") };
  world = await startDemoWorld({ now: "2026-03-26T10:05:00+08:00", onLog, settings });
});

async function readOn(day: string): Promise<void> {
  world.app.clock.set(`${day}T03:00:00+08:00`);
  world.app.passRealTime({ seconds: 6 });
  await syncDirectory(world.app.deps);
  world.app.passRealTime({ seconds: 6 });
}

/** xiaowang has consented, sold and left; from 10 April on somebody has that userid in WeCom. */
async function givenReturn(who: Partial<WecomMember>, phones = false): Promise<void> {
  // The demo's world has one app that logs people in, the first: whether phone numbers are told depends on its age.
  world.app.wecom.world.agents[0]!.createdAfter20220620 = !phones;
  await readOn("2026-03-26");
  await world.consent("xiaowang");
  await world.sale("xiaowang", "c-haiyue", 10 * wan);
  await world.workAll();
  const before = world.app.wecom.world.members.find(({ userid }) => userid === "xiaowang");
  world.app.wecom.removeMember("xiaowang");
  await readOn("2026-03-28");
  world.app.wecom.putMember({ ...before, userid: "xiaowang", department: [4], status: 1, ...who });
  await readOn("2026-04-10");
}

const login = async (): Promise<string> => {
  const { token } = await world.app.api.call(
    "auth.loginWeapp",
    {},
    { code: world.app.wecom.issueLoginCode("xiaowang") },
  );
  const { body } = await world.app.api.send("me.read", { headers: { authorization: `Bearer ${token}` } });
  return (body as { member: { memberId: string } }).member.memberId;
};
const decide = (as: "same" | "other") =>
  decideReturn(world.app.deps, { actor: jobActor("member"), commandId: randomUUID(), memberId: "xiaowang", as });

describe("a new colleague with another name and number who is given the userid of somebody who has left", () => {
  beforeEach(() => givenReturn({ name: "王新人", mobile: "13900001111" }, true));

  it("is a member of their own, with nothing of what was the other's", async () => {
    expect(await login()).toBe("xiaowang~2");
    expect(await world.as("xiaowang~2").call("me.read")).toMatchObject({
      member: { name: "王新人", roles: ["rep"] },
      team: { unitId: "u4" },
      consent: { acceptedVersion: null },
    });
    expect((await world.statement("xiaowang~2", "2026-03")).lines).toEqual([]);
    expect((await world.as("xiaowang~2").call("sales.list", { view: "mine" })).items).toEqual([]);
    expect((await findMembers(["xiaowang"])).get("xiaowang")).toMatchObject({ name: "小王", active: false });
    expect(await membersOfUnit("u4", "2026-04-10")).not.toContain("xiaowang");
  });

  it("is the same member in every reading after, and works like everybody", async () => {
    expect(await syncDirectory(world.app.deps)).toEqual({ people: 0, units: 0 });
    await world.consent("xiaowang~2");
    world.app.clock.set("2026-04-10T10:05:00+08:00");
    const customerId = await world.addCustomer("xiaowang~2");
    const { saleId } = await world.sale("xiaowang~2", customerId, 10 * wan, "2026-04-10");
    await world.workAll();
    expect((await world.as("xiaowang~2").call("sales.list", { view: "mine" })).items).toMatchObject([{ saleId }]);
    expect((await world.statement("xiaowang~2", "2026-04")).lines.length).toBeGreaterThan(0);
    expect(world.app.wecom.member("xiaowang").sentences.length).toBeGreaterThan(0);
  });

  it("leaves as themselves, and whoever has the userid then is a third one", async () => {
    world.app.wecom.removeMember("xiaowang");
    await readOn("2026-04-20");
    expect((await findMembers(["xiaowang~2"])).get("xiaowang~2")?.active).toBe(false);
    world.app.wecom.putMember({ userid: "xiaowang", name: "王三", department: [4], status: 1, mobile: "13900002222" });
    await readOn("2026-04-25");
    expect(await login()).toBe("xiaowang~3");
  });
});

describe("somebody who comes back under another name, with no number told", () => {
  beforeEach(() => givenReturn({ name: "王婷" }));

  it("stays out until an administrator says who it is, which is told", async () => {
    await expect(login()).rejects.toMatchObject({ code: "login.unsure" });
    expect(told.at(-1)).toMatchObject({ ids: ["xiaowang"], count: 1 });
    expect(told.at(-1)?.msg).toMatch(/npm run member -- same USERID/);
  });

  it("sees what is theirs where it is the same person, who is asked for consent again", async () => {
    await decide("same");
    await syncDirectory(world.app.deps);
    expect(await login()).toBe("xiaowang");
    expect((await world.statement("xiaowang", "2026-03")).lines.length).toBeGreaterThan(0);
    expect(await world.as("xiaowang").call("me.read")).toMatchObject({
      member: { name: "王婷" },
      consent: { acceptedVersion: null },
    });
    await world.consent("xiaowang");
    expect((await stored("consents")).map(({ endedAt }) => endedAt === null).sort()).toEqual([false, true]);
    // What was said counts once.
    expect((await stored("members", { _id: "xiaowang" }))[0]?.decided).toBeNull();
  });

  it("is a member of their own where it is somebody else, as the audit log says", async () => {
    await decide("other");
    await syncDirectory(world.app.deps);
    expect(await login()).toBe("xiaowang~2");
    expect(await stored("auditEntries", { subject: "member:xiaowang", action: "member.decideReturn" })).toMatchObject([
      { actor: { kind: "job", id: "member" }, detail: { as: "other" } },
    ]);
  });

  it("is said by one command", async () => {
    await markUpToDate();
    const uri = new URL(process.env.TEST_MONGODB_URI ?? "");
    uri.pathname = `/${mongoose.connection.name}`;
    const { WECOM_CORP_ID, WECOM_AGENT_ID, WECOM_APP_SECRET, WECOM_API_URL } = world.app.deps.settings;
    const env = {
      ...{ PATH: process.env.PATH, NODE_ENV: "test" as const, MONGODB_URI: uri.href, FIELD_KEYS: testFieldKey("k1") },
      ...{ WECOM_CORP_ID, WECOM_AGENT_ID: String(WECOM_AGENT_ID), WECOM_APP_SECRET, WECOM_API_URL },
    };
    const run = promisify(execFile);
    const { stdout } = await run(process.execPath, ["dist/server/cli/member.js", "same", "XiaoWang"], { env });
    expect(stdout).toBe("Who has the userid of xiaowang now, 王婷, is the same person.\nxiaowang (王婷) is here.\n");
    await expect(
      run(process.execPath, ["dist/server/cli/member.js", "same", "xiaowang"], { env }),
    ).rejects.toMatchObject({
      code: 1,
      stderr: "xiaowang (王婷) is here, and nobody else has that userid; nothing was changed.\n",
    });
  }, 60_000);
});

describe("a userid whose name and number have both changed since the last reading", () => {
  beforeEach(async () => {
    // The demo's world has one app that logs people in, the first.
    world.app.wecom.world.agents[0]!.createdAfter20220620 = false;
    await readOn("2026-03-26");
    world.app.wecom.putMember({ userid: "xiaowang", name: "王新人", mobile: "13900001111" });
    await readOn("2026-03-28");
  });

  it("lets nobody in, and changes nothing else, until an administrator says who it is", async () => {
    await expect(login()).rejects.toMatchObject({ code: "login.unsure" });
    await expect(world.as("xiaowang").call("me.read")).rejects.toMatchObject({ code: "session.ended" });
    expect(await membersOfUnit("u3", "2026-03-28")).toContain("xiaowang");
    expect(told.at(-1)).toMatchObject({ ids: ["xiaowang"] });
    expect(await membersInDoubt()).toMatchObject([{ memberId: "xiaowang", name: "小王" }]);
    expect(await syncDirectory(world.app.deps)).toEqual({ people: 0, units: 0 });
  });

  it("is given no role, and its holder's decide for nobody and help nobody, until then", async () => {
    const grant = { commandId: randomUUID(), role: "hr", unitId: null, lastOn: null } as const;
    const given = world.as("zhoumin").call("roles.grant", { memberId: "xiaowang" }, grant);
    await expect(given).rejects.toMatchObject({ code: "member.unknown" });
    expect(await findOfficers(["hr", "admin"], "2026-03-28")).toContainEqual(
      expect.objectContaining({ memberId: "zhoumin" }),
    );
    world.app.wecom.putMember({ userid: "zhoumin", name: "林一", mobile: "13900004444" });
    await readOn("2026-03-29");
    expect(await findOfficers(["hr", "admin"], "2026-03-29")).not.toContainEqual(
      expect.objectContaining({ memberId: "zhoumin" }),
    );
  });

  it("is that of the same person who goes on, or of somebody else from then on", async () => {
    await decide("same");
    await readOn("2026-03-29");
    expect(await login()).toBe("xiaowang");
    expect((await world.app.me("xiaowang")).member.name).toBe("王新人");
    world.app.wecom.putMember({ userid: "xiaowang", name: "王二", mobile: "13900002222" });
    await readOn("2026-03-30");
    await decide("other");
    await readOn("2026-03-31");
    expect(await login()).toBe("xiaowang~2");
    expect((await findMembers(["xiaowang"])).get("xiaowang")?.active).toBe(false);
  });

  it("that changes in one of them only is still theirs", async () => {
    world.app.wecom.putMember({ userid: "zhangsan", name: "张三丰" });
    world.app.wecom.putMember({ userid: "xiaoli", mobile: "13900003333" });
    await readOn("2026-03-29");
    const names = [...(await findMembers(["zhangsan", "xiaoli"])).values()].map(({ name, active }) => [name, active]);
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
  world.app.wecom.removeMember("xiaowang");
  await readOn("2026-04-11");
  world.app.wecom.putMember({ userid: "xiaowang", name: "", department: [4], status: 1 });
  await readOn("2026-06-10");
  expect(await stored("members", { _id: "xiaowang" })).toMatchObject([{ state: "left", decided: null }]);
});

it("a decision waits for who has come back while WeCom does not say where they belong", async () => {
  await givenReturn({ name: "王新人" });
  await decide("same");
  world.app.wecom.putMember({ userid: "xiaowang", placeUntold: true });
  await readOn("2026-04-11");
  const { placeUntold: _untold, ...placed } =
    world.app.wecom.world.members.find(({ userid }) => userid === "xiaowang") ?? {};
  world.app.wecom.removeMember("xiaowang");
  world.app.wecom.putMember({ ...placed, userid: "xiaowang" });
  await readOn("2026-04-12");
  expect(await login()).toBe("xiaowang");
});

it("somebody who comes back under the same name is the same person", async () => {
  await givenReturn({});
  expect(await login()).toBe("xiaowang");
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
