import { randomUUID } from "node:crypto";
import { consentsNow } from "../../../../server/features/members";
import {
  type Company,
  companyName,
  givenRole,
  givenTeam,
  type Person,
  prepare,
  type Team,
} from "../../../support/given";
import type { TestApp } from "../../../support/startTestApp";
import { stored } from "../../../support/testDatabase";

const start = prepare(async (company) => {
  const team = await givenTeam(company, { reps: [{}] });
  const [rep] = team.reps;
  return { team, rep };
});

let company: Company;
let team: Team;
let rep: Person;
let app: TestApp;
beforeEach(async () => {
  ({ company, team, rep } = await start());
  app = company.app;
});

const setLanguage = (revision: number, language: "zh-CN" | "en", commandId: string = randomUUID()) =>
  company.as(rep).call("me.setLanguage", {}, { commandId, revision, language });

describe("my profile", () => {
  it("says who I am, where I belong, whom to ask and what time it is here", async () => {
    expect(await app.me(rep.memberId)).toEqual({
      member: {
        memberId: rep.memberId,
        name: rep.name,
        roles: ["rep"],
        language: "zh-CN",
        publicPraise: "ask",
        hasChosenPraise: false,
        lookMessages: false,
        revision: 1,
      },
      company: { name: companyName, saleLimitFen: 10_000_000_000 },
      team: { unitId: team.unitId, name: team.name, leaderNames: [team.manager.name] },
      leads: [],
      consent: { acceptedVersion: null, acceptedNumber: null, currentVersion: "2026-11-30", currentNumber: 4 },
      privacy: {
        ...{ responsible: companyName, contact: null },
        ...{ positionKeptDays: 90, photoKeptDays: 730, reportKeptDays: 365, messageKeptDays: 730 },
      },
      administratorNames: [company.hr.name],
      hrNames: [company.hr.name],
      can: ["customers.create", "exports.create", "sales.submit"],
      closing: {
        byNames: [company.finance.name],
        months: [
          { period: "2026-03", state: "open", cutOffAt: "2026-04-01T10:00:00.000Z" },
          { period: "2026-02", state: "open", cutOffAt: "2026-03-02T10:00:00.000Z" },
          { period: "2026-01", state: "open", cutOffAt: "2026-02-02T10:00:00.000Z" },
        ],
      },
      demo: false,
      serverNow: "2026-03-26T01:00:00.000Z",
      today: "2026-03-26",
      period: "2026-03",
    });
    expect(await app.me(team.manager.memberId)).toMatchObject({
      member: { roles: ["manager"] },
      leads: [{ unitId: team.unitId }],
    });
    expect(await app.me(company.finance.memberId)).toMatchObject({
      member: { roles: ["finance"] },
      team: null,
      leads: [],
    });
  });
});

it("sends nobody to themselves: not a leader to who leads the team, nor HR to HR", async () => {
  const { manager } = team;
  expect((await app.me(manager.memberId)).team).toEqual({ unitId: team.unitId, name: team.name, leaderNames: [] });
  const hr = await app.me(company.hr.memberId);
  expect([hr.hrNames, hr.administratorNames]).toEqual([[], []]);
  await givenRole(company, manager, "hr");
  expect((await app.me(company.hr.memberId)).hrNames).toEqual([manager.name]);
  expect((await app.me(manager.memberId)).hrNames).toEqual([company.hr.name]);
});

describe("choosing a language", () => {
  it("changes it once for one tap, with an entry of what it was before", async () => {
    const commandId = randomUUID();
    const { revision } = (await app.me(rep.memberId)).member;
    const first = await setLanguage(revision, "en", commandId);
    expect(await setLanguage(revision, "en", commandId)).toEqual(first);
    expect((await app.me(rep.memberId)).member).toMatchObject({ language: "en", revision: revision + 1 });
    expect(await stored("auditEntries", { action: "me.setLanguage" })).toMatchObject([
      {
        actor: { kind: "member", id: rep.memberId },
        subject: `member:${rep.memberId}`,
        detail: { before: "zh-CN", after: "en" },
      },
    ]);
  });

  it("tells somebody with an old page what the present revision is", async () => {
    const { revision } = (await app.me(rep.memberId)).member;
    await setLanguage(revision, "en");
    const late = setLanguage(revision, "zh-CN");
    await expect(late).rejects.toMatchObject({ status: 409, code: "stale", problem: { revision: revision + 1 } });
  });

  it("carries our own id of the request into the entry, whatever a proxy or a caller calls it", async () => {
    const known = new Set<unknown>();
    // The same one twice, as a proxy that repeats a request sends it.
    for (const [revision, language] of [
      [1, "en"],
      [2, "zh-CN"],
    ]) {
      const headers = { "x-request-id": "given-from-outside" };
      const body = { commandId: randomUUID(), revision, language };
      const answer = await company.as(rep).send("me.setLanguage", { body, headers });
      expect(answer.status).toBe(200);
      known.add(answer.headers.get("x-request-id"));
    }
    const entries = await stored("auditEntries", { action: "me.setLanguage" });
    expect(new Set(entries.map((entry) => entry.requestId as unknown))).toEqual(known);
    expect(known.size).toBe(2);
    expect(JSON.stringify(entries)).not.toContain("given-from-outside");
  });

  it("takes the standard header for the command's id", async () => {
    const call = { body: { revision: 1, language: "en" }, headers: { "idempotency-key": randomUUID() } };
    expect((await company.as(rep).send("me.setLanguage", call)).status).toBe(200);
    expect((await company.as(rep).send("me.setLanguage", call)).status).toBe(200);
    expect((await app.me(rep.memberId)).member.revision).toBe(2);
    const other = { ...call, body: { ...call.body, commandId: randomUUID() } };
    expect((await company.as(rep).send("me.setLanguage", other)).body).toMatchObject({
      code: "input.invalid",
      fields: [{ field: "commandId", code: "idempotencyKey.differs" }],
    });
  });
});

describe("public praise", () => {
  const choose = (revision: number, publicPraise: "yes" | "ask" | "no", commandId: string = randomUUID()) =>
    company.as(rep).call("me.setPublicPraise", {}, { commandId, revision, publicPraise });

  it("is a choice of one's own, made once for one tap, with an entry of what it was before", async () => {
    const commandId = randomUUID();
    const first = await choose(1, "ask", commandId);
    expect(first).toEqual({ publicPraise: "ask", revision: 2 });
    expect(await choose(1, "ask", commandId)).toEqual(first);
    await choose(2, "no");
    expect((await app.me(rep.memberId)).member).toMatchObject({ publicPraise: "no", revision: 3 });
    const entries = await stored("auditEntries", { action: "me.setPublicPraise" });
    expect(entries).toHaveLength(2);
    expect(entries.map(({ detail }) => detail as unknown)).toEqual(
      expect.arrayContaining([
        { before: null, after: "ask" },
        { before: "ask", after: "no" },
      ]),
    );
  });

  it("is not taken over an older page, nor another word", async () => {
    await choose(1, "no");
    await expect(choose(1, "yes")).rejects.toMatchObject({ code: "stale", problem: { revision: 2 } });
    await expect(choose(2, "maybe" as "yes")).rejects.toMatchObject({ code: "input.invalid" });
    expect((await app.me(rep.memberId)).member.publicPraise).toBe("no");
  });
});

describe("consent to positions", () => {
  const accept = (version: string, commandId: string = randomUUID()) =>
    company.as(rep).call("me.consent", {}, { commandId, version });

  it("is given once, with its version and time", async () => {
    expect(await consentsNow(app.deps).has(rep.memberId)).toBe(false);
    const first = await accept("2026-11-30");
    app.clock.advance({ days: 1 });
    expect(await accept("2026-11-30")).toEqual(first);
    expect(first.acceptedAt).toBe("2026-03-26T01:00:00.000Z");
    expect(await consentsNow(app.deps).has(rep.memberId)).toBe(true);
    expect((await app.me(rep.memberId)).consent).toEqual({
      ...{ acceptedVersion: "2026-11-30", acceptedNumber: 4 },
      ...{ currentVersion: "2026-11-30", currentNumber: 4 },
    });
  });

  it("is not given to a text that is not the present one", async () => {
    await expect(accept("2025-01-01")).rejects.toMatchObject({ code: "input.invalid" });
    expect(await consentsNow(app.deps).has(rep.memberId)).toBe(false);
  });
});
