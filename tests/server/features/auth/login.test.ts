import { type Company, departmentIdOf, givenTeam, type Person, prepare, type Team } from "../../../support/given";
import type { TestApp } from "../../../support/startTestApp";
import { stored } from "../../../support/testDatabase";

const start = prepare(async (company) => {
  const team = await givenTeam(company, { reps: [{}, {}] });
  const [rep, leaver] = team.reps;
  const elsewhere = await givenTeam(company);
  return { team, elsewhere, rep, leaver };
});

let company: Company;
let team: Team;
let elsewhere: Team;
let rep: Person;
let leaver: Person;
let app: TestApp;
beforeEach(async () => {
  ({ company, team, elsewhere, rep, leaver } = await start());
  app = company.app;
});

const login = async (code: string) => app.api.call("auth.loginWeapp", {}, { code });
const withToken = (token: string) => app.api.send("me.read", { headers: { authorization: `Bearer ${token}` } });

describe("logging in on the phone", () => {
  it("knows a member by the code of wx.qy.login", async () => {
    const { token } = await login(app.wecom.issueLoginCode(rep.memberId));
    const me = await withToken(token);
    expect(me.status).toBe(200);
    expect(me.body).toMatchObject({ member: { memberId: rep.memberId, name: rep.name, roles: ["rep"] } });
  });

  it("takes a code once", async () => {
    const code = app.wecom.issueLoginCode(rep.memberId);
    await login(code);
    await expect(login(code)).rejects.toMatchObject({ status: 401, code: "login.codeInvalid" });
  });

  it("tells a colleague whom nobody has added who can do that", async () => {
    app.wecom.putMember({ userid: "newcomer", name: "新同事", department: [departmentIdOf(team.unitId)] });
    const refused = await app.api.send("auth.loginWeapp", { body: { code: app.wecom.issueLoginCode("newcomer") } });
    expect(refused.status).toBe(403);
    expect(refused.body).toMatchObject({ code: "login.notMember", administratorNames: [company.hr.name] });
  });

  it("says that WeCom is away, not that the code is wrong, when WeCom does not answer", async () => {
    app.wecom.failNext({ path: "miniprogram/jscode2session", errcode: -1, times: 10 });
    await expect(login("ANY-CODE")).rejects.toMatchObject({ status: 503, code: "wecom.unavailable" });
  });

  it("keeps no token, only its hash", async () => {
    const { token } = await login(app.wecom.issueLoginCode(rep.memberId));
    expect(JSON.stringify(await stored("sessions"))).not.toContain(token);
  });
});

describe("a session", () => {
  it("ends after twelve hours", async () => {
    const { token } = await login(app.wecom.issueLoginCode(rep.memberId));
    app.passRealTime({ hours: 11.9 });
    expect((await withToken(token)).status).toBe(200);
    app.passRealTime({ hours: 0.2 });
    expect((await withToken(token)).body).toMatchObject({ status: 401, code: "session.ended" });
  });

  it("ends when its member signs out", async () => {
    const { token } = await login(app.wecom.issueLoginCode(rep.memberId));
    const headers = { authorization: `Bearer ${token}` };
    expect((await app.api.send("auth.signOut", { body: {}, headers })).status).toBe(204);
    expect((await withToken(token)).body).toMatchObject({ code: "session.ended" });
  });

  it("that has ended can be signed out of again", async () => {
    const { token } = await login(app.wecom.issueLoginCode(rep.memberId));
    const headers = { authorization: `Bearer ${token}` };
    await app.api.send("auth.signOut", { body: {}, headers });
    expect((await app.api.send("auth.signOut", { body: {}, headers })).status).toBe(204);
    const ended = await app.api.send("auth.signOut", { body: {}, headers: { cookie: `xl_session=${token}` } });
    expect({ status: ended.status, cookie: ended.headers.get("set-cookie") }).toMatchObject({
      status: 204,
      cookie: expect.stringMatching(/^xl_session=;.*Max-Age=0/i) as unknown,
    });
  });

  it("in a cookie stays where another was ended by its token", async () => {
    const { token } = await login(app.wecom.issueLoginCode(rep.memberId));
    const headers = { authorization: `Bearer ${"x".repeat(43)}`, cookie: `xl_session=${token}` };
    const answer = await app.api.send("auth.signOut", { body: {}, headers });
    expect({ status: answer.status, cookie: answer.headers.get("set-cookie") }).toEqual({ status: 204, cookie: null });
  });

  it("is not taken away by a page of somebody else, whose request comes without the cookie", async () => {
    const foreign = await app.api.send("auth.signOut", { headers: { origin: "https://evil.example" } });
    expect({ status: foreign.status, cookie: foreign.headers.get("set-cookie") }).toEqual({
      status: 204,
      cookie: null,
    });
  });

  it("survives the clock of the demo being moved", async () => {
    const { token } = await login(app.wecom.issueLoginCode(rep.memberId));
    app.clock.advance({ days: 30 });
    expect((await withToken(token)).status).toBe(200);
  });

  it("is asked for when there is none", async () => {
    expect((await app.api.send("me.read")).body).toMatchObject({ status: 401, code: "session.missing" });
  });

  it.each(["x".repeat(43), "' OR 1=1"])("is not good when it is made up as %s", async (token) => {
    expect((await withToken(token)).body).toMatchObject({ status: 401 });
  });
});

describe("somebody who has left in WeCom, before the directory is read at night", () => {
  const minutes = (count: number) => app.passRealTime({ seconds: 60 * count });

  it("is out within ten minutes, on every phone, whichever process they have called", async () => {
    const [phone, other] = [
      await login(app.wecom.issueLoginCode(leaver.memberId)),
      await login(app.wecom.issueLoginCode(leaver.memberId)),
    ];
    minutes(9);
    expect((await withToken(phone.token)).status).toBe(200);
    app.wecom.removeMember(leaver.memberId);
    minutes(1);
    expect((await withToken(phone.token)).body).toMatchObject({ code: "session.ended" });
    expect(await stored("sessions", { memberId: leaver.memberId })).toEqual([]);
    app.passRealTime({ seconds: 5.1 });
    expect((await withToken(other.token)).body).toMatchObject({ code: "session.ended" });
  });

  it("is asked about every ten minutes while they work, and not at every request", async () => {
    const { token } = await login(app.wecom.issueLoginCode(leaver.memberId));
    minutes(10);
    expect((await withToken(token)).status).toBe(200);
    app.wecom.putMember({ userid: leaver.memberId, status: 5 });
    minutes(9);
    expect((await withToken(token)).status).toBe(200);
    minutes(1);
    expect((await withToken(token)).status).toBe(401);
  });

  it("does not come in any more", async () => {
    const code = app.wecom.issueLoginCode(leaver.memberId);
    app.wecom.putMember({ userid: leaver.memberId, status: 5 });
    await expect(login(code)).rejects.toMatchObject({ code: "login.notMember" });
  });

  it.each([
    ["is away", { errcode: -1 }],
    ["says that they are outside the app's scope", { errcode: 60011 }],
    ["takes no more questions", { errcode: 45009 }],
  ])("is not taken for it where WeCom %s", async (_what, failure) => {
    const { token } = await login(app.wecom.issueLoginCode(leaver.memberId));
    minutes(11);
    app.wecom.failNext({ path: "user/get", ...failure, times: 10 });
    expect((await withToken(token)).status).toBe(200);
  });
});

it("who was taken out of the app's visible range does not come in until that is put right", async () => {
  const scope = app.wecom.world.agents[0]!.scope; // the demo's world has one app that logs people in, the first
  scope.departments = [departmentIdOf(elsewhere.unitId)];
  await expect(login(app.wecom.issueLoginCode(rep.memberId))).rejects.toMatchObject({ code: "login.notMember" });
  scope.departments = [1];
  expect((await login(app.wecom.issueLoginCode(rep.memberId))).token).toHaveLength(43);
});

describe("somebody who leaves the company", () => {
  it("is out within five seconds until a new login after returning", async () => {
    const { syncDirectory } = await import("../../../../server/features/members");
    const { token } = await login(app.wecom.issueLoginCode(leaver.memberId));
    expect((await withToken(token)).status).toBe(200);
    const code = app.wecom.issueLoginCode(leaver.memberId);
    app.wecom.putMember({ userid: leaver.memberId, status: 5 });
    await syncDirectory(app.deps);
    app.passRealTime({ seconds: 5.1 });
    expect((await withToken(token)).body).toMatchObject({ code: "session.ended" });
    await expect(login(code)).rejects.toMatchObject({ code: "login.notMember" });

    app.wecom.putMember({ userid: leaver.memberId, status: 1 });
    await syncDirectory(app.deps);
    expect((await withToken(token)).status).toBe(401);
    expect((await login(app.wecom.issueLoginCode(leaver.memberId))).token).toHaveLength(43);
  });
});
