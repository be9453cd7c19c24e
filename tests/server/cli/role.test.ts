import { spawnSync } from "node:child_process";
import { randomUUID } from "node:crypto";
import mongoose from "mongoose";
import { type Company, givenTeam, type Person, prepare, type Team } from "../../support/given";
import { stored, writtenElsewhere } from "../../support/testDatabase";
import { markUpToDate } from "../../support/upToDate";
import { testFieldKey } from "../../support/testSettings";

// Each run starts a process of its own, which takes seconds on a busy machine.
jest.setTimeout(60_000);

const start = prepare(async (company) => {
  const team = await givenTeam(company, { reps: [{ name: "小李" }] });
  const otherTeam = await givenTeam(company);
  const [rep] = team.reps;
  return { team, otherTeam, rep };
});

let company: Company;
let team: Team;
let otherTeam: Team;
let rep: Person;

// The command reads the demo's clock, as a test has no other way to say what day it is in another process.
beforeEach(async () => {
  ({ company, team, otherTeam, rep } = await start({ settings: { DEMO: "1" } }));
  writtenElsewhere();
  await markUpToDate();
  await company.app.api.call("demo.setClock", {}, { now: "2026-03-26T09:00:00+08:00", speed: 0 });
});

/** `npm run role` beside the company that runs on this test's database. */
function role(...args: string[]): { code: number | null; said: string; complained: string } {
  const uri = new URL(process.env.TEST_MONGODB_URI ?? "");
  uri.pathname = `/${mongoose.connection.name}`;
  const env = {
    PATH: process.env.PATH,
    NODE_ENV: "test",
    DEMO: "1",
    MONGODB_URI: uri.href,
    FIELD_KEYS: testFieldKey("k1"),
    WECOM_CORP_ID: "wwxiaolidemo000001",
    WECOM_AGENT_ID: "1000002",
    WECOM_APP_SECRET: "a-secret-of-the-test",
  };
  const run = spawnSync(process.execPath, ["dist/server/cli/role.js", ...args], { encoding: "utf8", env });
  return { code: run.status, said: run.stdout, complained: run.stderr };
}

describe("a role", () => {
  it("given by the command counts at once", async () => {
    const { memberId } = rep;
    expect(role("grant", memberId.toUpperCase(), "finance")).toEqual({
      code: 0,
      said: `${memberId} is now finance; every process knows it within 5 s.\n`,
      complained: "",
    });
    expect((await company.app.me(memberId)).member.roles).toEqual(["finance", "rep"]);
    expect(role().said).toContain(`${memberId} (小李): finance\n`);
    expect(await stored("auditEntries", { subject: `member:${memberId}`, action: "roles.grant" })).toMatchObject([
      { actor: { kind: "job", id: "role" }, at: new Date("2026-03-26T01:00:00Z") },
    ]);
  });

  it("taken back by the command is gone within the time that it says", async () => {
    const { memberId } = rep;
    role("grant", memberId, "finance");
    expect((await company.app.me(memberId)).member.roles).toEqual(["finance", "rep"]);
    expect(role("revoke", memberId, "finance").code).toBe(0);
    company.app.passRealTime({ seconds: 6 });
    expect((await company.app.me(memberId)).member.roles).toEqual(["rep"]);
  });

  it("that somebody has, or has not, is said to have been so before", () => {
    const { memberId } = rep;
    role("grant", memberId, "finance");
    expect(role("grant", memberId, "finance").said).toBe(`${memberId} was finance before; nothing has changed.\n`);
    expect(role("revoke", memberId, "hr").said).toBe(`${memberId} was not hr before; nothing has changed.\n`);
  });

  it("that ended on a day is said to have no end any more where the command gives it", async () => {
    const { memberId } = rep;
    const body = { commandId: randomUUID(), role: "finance" as const, unitId: null, lastOn: "2026-03-28" };
    await company.as(company.hr).call("roles.grant", { memberId }, body);
    expect(role().said).toContain(`${memberId} (小李): finance until 2026-03-28\n`);
    expect(role("grant", memberId, "finance").said).toBe(
      `${memberId} is now finance without an end, and was finance until 2026-03-28 before.\n`,
    );
    expect(role("grant", memberId, "finance").said).toBe(`${memberId} was finance before; nothing has changed.\n`);
  });

  it("that follows from leading a department is listed beside what was given", () => {
    const { memberId, name } = team.manager;
    role("grant", memberId, "finance");
    const { said } = role();
    expect(said).toContain(`${memberId} (${name}): finance, manager of ${team.unitId} by WeCom's directory\n`);
    const other = otherTeam.manager;
    expect(said).toContain(
      `\n${other.memberId} (${other.name}): manager of ${otherTeam.unitId} by WeCom's directory\n`,
    );
    expect(said).toMatch(/is a rep\.\n$/);
  });

  it("of nobody whom the directory knows is refused in one sentence", () => {
    expect(role("grant", "nobody", "hr")).toEqual({
      code: 1,
      said: "",
      complained: "no member nobody; nothing was changed.\n",
    });
  });

  it("that there is not is refused with how the command is written", () => {
    const refused = role("grant", rep.memberId, "king");
    expect(refused).toMatchObject({ code: 2, said: "" });
    expect(refused.complained).toContain("npm run role -- grant MEMBER ROLE [UNIT]");
  });
});
