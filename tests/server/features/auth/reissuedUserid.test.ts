import { randomUUID } from "node:crypto";
import { jobActor } from "@shared/domain/actor";
import { identify } from "../../../../server/features/auth/identify";
import { sessionsOf } from "../../../../server/features/auth/sessions";
import { decideReturn, syncDirectory } from "../../../../server/features/members";
import { startTestApp, type TestApp } from "../../../support/startTestApp";
import { stored } from "../../../support/testDatabase";
import { testFieldKey } from "../../../support/testSettings";

/*
 * A userid that WeCom gives to somebody else by day: the directory is read at night, and until then nobody but WeCom knows.
 */

let app: TestApp;
let told: Record<string, unknown>[];

const stranger = { userid: "xiaowang", name: "王新人", mobile: "13900001111" };

beforeEach(async () => {
  told = [];
  const onLog = (line: Record<string, unknown>) => line.alarm === "directory.unsure" && told.push(line);
  app = await startTestApp({ settings: { FIELD_KEYS: testFieldKey("k1") }, onLog });
});

const loginAnswer = () => app.api.send("auth.loginWeapp", { body: { code: app.wecom.issueLoginCode("xiaowang") } });
const login = () => app.api.call("auth.loginWeapp", {}, { code: app.wecom.issueLoginCode("xiaowang") });
const withToken = (token: string) => app.api.send("me.read", { headers: { authorization: `Bearer ${token}` } });
const decide = (as: "same" | "other") =>
  decideReturn(app.deps, { actor: jobActor("member"), commandId: randomUUID(), memberId: "xiaowang", as });

async function readAgain(): Promise<void> {
  app.passRealTime({ seconds: 6 });
  await syncDirectory(app.deps);
  app.passRealTime({ seconds: 6 });
}

/** @param phones whether WeCom tells numbers to this app, which it does not to those made since June 2022 */
async function givenStranger({ phones }: { phones: boolean }): Promise<void> {
  app.wecom.world.agents[0]!.createdAfter20220620 = !phones; // the demo's world has one app that logs people in, the first
  await readAgain();
  app.wecom.putMember(stranger);
}

it.each([
  ["and number", true],
  ["alone", false],
])("is not signed in as who had it, where WeCom tells another name %s", async (_what, phones) => {
  await givenStranger({ phones });
  const refused = await loginAnswer();
  expect(refused.status).toBe(403);
  expect(refused.body).toMatchObject({ code: "login.unsure", administratorNames: ["周敏"] });
  expect(await stored("sessions", { memberId: "xiaowang" })).toEqual([]);
  expect(told).toMatchObject([{ ids: ["xiaowang"], count: 1 }]);
});

it("ends the sessions of who had it within ten minutes, as if they had left", async () => {
  await readAgain();
  const { token } = await login();
  app.wecom.putMember(stranger);
  app.passRealTime({ seconds: 600 });
  expect((await withToken(token)).body).toMatchObject({ code: "session.ended" });
  expect(await stored("sessions", { memberId: "xiaowang" })).toEqual([]);
});

it("comes in where WeCom takes too long, and is out with its answer", async () => {
  await givenStranger({ phones: true });
  const user = await app.deps.wecom.findUser("xiaowang");
  let answer = (_user: typeof user): void => undefined;
  const findUser = () => new Promise<typeof user>((resolve) => (answer = resolve));
  const deps = { ...app.deps, wecom: { ...app.deps.wecom, findUser } };
  expect(await identify(deps, () => Promise.resolve({ memberId: "xiaowang" }))).toMatchObject({ memberId: "xiaowang" });
  await sessionsOf(app.deps).begin({ memberId: "xiaowang", via: "weapp" });
  answer(user);
  const sessions = () => stored("sessions", { memberId: "xiaowang" });
  // As many looks as it takes, each a way to the database and back.
  for (let looks = 0; looks < 200 && (await sessions()).length > 0; looks += 1);
  expect(await sessions()).toEqual([]);
});

it("is decided on before the night, and lets the same person in at once", async () => {
  await givenStranger({ phones: true });
  await decide("same");
  const me = await withToken((await login()).token);
  expect(me.body).toMatchObject({ member: { memberId: "xiaowang" } });
});

it("lets somebody else in as a member of their own after the reading that follows the decision", async () => {
  await givenStranger({ phones: true });
  await decide("other");
  expect((await loginAnswer()).body).toMatchObject({ code: "login.notMember" });
  await readAgain();
  const me = await withToken((await login()).token);
  expect(me.body).toMatchObject({ member: { memberId: "xiaowang~2", name: "王新人" } });
});

it.each([
  ["a longer name", { name: "小王（华南）" }],
  ["another number", { mobile: "13900001111" }],
])("knows who only has %s", async (_what, change) => {
  await readAgain();
  app.wecom.putMember({ userid: "xiaowang", ...change });
  expect((await withToken((await login()).token)).body).toMatchObject({ member: { memberId: "xiaowang" } });
  expect(told).toEqual([]);
});

it("tells who was put into doubt by the reading the same, and not that they are on no list", async () => {
  await givenStranger({ phones: true });
  await readAgain();
  expect((await loginAnswer()).body).toMatchObject({ code: "login.unsure", administratorNames: ["周敏"] });
});

describe("a decision", () => {
  it("is not taken while nobody has the userid", async () => {
    app.wecom.removeMember("xiaowang");
    await readAgain();
    await expect(decide("same")).rejects.toMatchObject({
      code: "member.unknown",
      message: "nobody in WeCom has the userid of xiaowang (小王) at present",
    });
  });

  it("is of the person who had the userid then, and not of who is given it before the next reading", async () => {
    await givenStranger({ phones: true });
    await decide("same");
    app.wecom.putMember({ userid: "xiaowang", name: "王三", mobile: "13900002222" });
    expect((await loginAnswer()).body).toMatchObject({ code: "login.unsure" });
    await readAgain();
    expect((await loginAnswer()).body).toMatchObject({ code: "login.unsure" });
    expect(await stored("members", { _id: "xiaowang" })).toMatchObject([{ name: "小王", isUnsure: true }]);
  });

  it("is not taken where WeCom does not say who that is", async () => {
    await givenStranger({ phones: true });
    app.wecom.failNext({ path: "user/get", errcode: 60011 });
    await expect(decide("same")).rejects.toMatchObject({ code: "wecom.unavailable" });
    expect((await stored("members", { _id: "xiaowang" }))[0]?.decided ?? null).toBeNull();
  });
});
