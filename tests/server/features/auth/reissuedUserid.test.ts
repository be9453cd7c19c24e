import { randomUUID } from "node:crypto";
import { jobActor } from "@shared/domain/actor";
import { identify } from "../../../../server/features/auth/identify";
import { sessionsOf } from "../../../../server/features/auth/sessions";
import { decideReturn, syncDirectory } from "../../../../server/features/members";
import { type Company, givenTeam, type Person, prepare, tellPhones } from "../../../support/given";
import type { TestApp } from "../../../support/startTestApp";
import { stored } from "../../../support/testDatabase";
import { testFieldKey } from "../../../support/testSettings";

/*
 * A userid that WeCom gives to somebody else by day: the directory is read at night, and until then nobody but WeCom knows.
 */

const start = prepare(async (company) => {
  const { reps } = await givenTeam(company, { reps: [{ name: "小王" }] });
  const [rep] = reps;
  company.app.wecom.putMember({ userid: rep.memberId, mobile: "13900000002" });
  return { rep };
});

let company: Company;
let app: TestApp;
let rep: Person;
let told: Record<string, unknown>[];

beforeEach(async () => {
  told = [];
  const onLog = (line: Record<string, unknown>) => line.alarm === "directory.unsure" && told.push(line);
  ({ company, rep } = await start({ settings: { FIELD_KEYS: testFieldKey("k1") }, onLog }));
  app = company.app;
  tellPhones(company, true);
});

const stranger = { name: "王新人", mobile: "13900001111" };
const change = (now: { name?: string; mobile?: string }) => app.wecom.putMember({ userid: rep.memberId, ...now });
const loginAnswer = () => app.api.send("auth.loginWeapp", { body: { code: app.wecom.issueLoginCode(rep.memberId) } });
const login = () => app.api.call("auth.loginWeapp", {}, { code: app.wecom.issueLoginCode(rep.memberId) });
const withToken = (token: string) => app.api.send("me.read", { headers: { authorization: `Bearer ${token}` } });
const decide = (as: "same" | "other") =>
  decideReturn(app.deps, { actor: jobActor("member"), commandId: randomUUID(), memberId: rep.memberId, as });

async function readAgain(): Promise<void> {
  app.passRealTime({ seconds: 6 });
  await syncDirectory(app.deps);
  app.passRealTime({ seconds: 6 });
}

/** @param phones whether WeCom tells numbers to this app, which it does not to those made since June 2022 */
async function givenStranger({ phones }: { phones: boolean }): Promise<void> {
  tellPhones(company, phones);
  await readAgain();
  change(stranger);
}

it.each([
  ["and number", true],
  ["alone", false],
])("is not signed in as who had it, where WeCom tells another name %s", async (_what, phones) => {
  await givenStranger({ phones });
  const refused = await loginAnswer();
  expect(refused.status).toBe(403);
  expect(refused.body).toMatchObject({ code: "login.unsure", administratorNames: [company.hr.name] });
  expect(await stored("sessions", { memberId: rep.memberId })).toEqual([]);
  expect(told).toMatchObject([{ ids: [rep.memberId], count: 1 }]);
});

it("ends the sessions of who had it within ten minutes, as if they had left", async () => {
  await readAgain();
  const { token } = await login();
  change(stranger);
  app.passRealTime({ seconds: 600 });
  expect((await withToken(token)).body).toMatchObject({ code: "session.ended" });
  expect(await stored("sessions", { memberId: rep.memberId })).toEqual([]);
});

it("comes in where WeCom takes too long, until its answer is there", async () => {
  await givenStranger({ phones: true });
  const user = await app.deps.wecom.findUser(rep.memberId);
  let answer = (_user: typeof user): void => undefined;
  const findUser = () => new Promise<typeof user>((resolve) => (answer = resolve));
  const deps = { ...app.deps, wecom: { ...app.deps.wecom, findUser } };
  expect(await identify(deps, () => Promise.resolve({ memberId: rep.memberId }))).toMatchObject({
    memberId: rep.memberId,
  });
  await sessionsOf(app.deps).begin({ memberId: rep.memberId, via: "weapp" });
  answer(user);
  const sessions = () => stored("sessions", { memberId: rep.memberId });
  // As many looks as it takes, each a way to the database and back.
  for (let looks = 0; looks < 200 && (await sessions()).length > 0; looks += 1);
  expect(await sessions()).toEqual([]);
});

it("lets the same person in at once when it is decided before the night", async () => {
  await givenStranger({ phones: true });
  await decide("same");
  const me = await withToken((await login()).token);
  expect(me.body).toMatchObject({ member: { memberId: rep.memberId } });
});

it("lets somebody else in as a member of their own after the reading that follows the decision", async () => {
  await givenStranger({ phones: true });
  await decide("other");
  expect((await loginAnswer()).body).toMatchObject({ code: "login.notMember" });
  await readAgain();
  const me = await withToken((await login()).token);
  expect(me.body).toMatchObject({ member: { memberId: `${rep.memberId}~2`, name: "王新人" } });
});

it.each([
  ["a longer name", { name: "小王（华南）" }],
  ["another number", { mobile: "13900001111" }],
])("knows who only has %s", async (_what, now) => {
  await readAgain();
  change(now);
  expect((await withToken((await login()).token)).body).toMatchObject({ member: { memberId: rep.memberId } });
  expect(told).toEqual([]);
});

it("tells who was put into doubt by the reading the same, and not that they are on no list", async () => {
  await givenStranger({ phones: true });
  await readAgain();
  expect((await loginAnswer()).body).toMatchObject({ code: "login.unsure", administratorNames: [company.hr.name] });
});

describe("a decision", () => {
  it("is not taken while nobody has the userid", async () => {
    app.wecom.removeMember(rep.memberId);
    await readAgain();
    await expect(decide("same")).rejects.toMatchObject({
      code: "member.unknown",
      message: `nobody in WeCom has the userid of ${rep.memberId} (小王) at present`,
    });
  });

  it("is of the person who had the userid then, and not of who is given it before the next reading", async () => {
    await givenStranger({ phones: true });
    await decide("same");
    change({ name: "王三", mobile: "13900002222" });
    expect((await loginAnswer()).body).toMatchObject({ code: "login.unsure" });
    await readAgain();
    expect((await loginAnswer()).body).toMatchObject({ code: "login.unsure" });
    expect(await stored("members", { _id: rep.memberId })).toMatchObject([{ name: "小王", isUnsure: true }]);
  });

  it("is not taken where WeCom does not say who that is", async () => {
    await givenStranger({ phones: true });
    app.wecom.failNext({ path: "user/get", errcode: 60011 });
    await expect(decide("same")).rejects.toMatchObject({ code: "wecom.unavailable" });
    expect((await stored("members", { _id: rep.memberId }))[0]?.decided ?? null).toBeNull();
  });
});
