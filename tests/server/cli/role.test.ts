import { randomUUID } from "node:crypto";
import { roleCommand } from "../../../server/cli/role";
import { type Company, givenTeam, type Person, prepare, type Team } from "../../support/given";
import { operate } from "../../support/operator";
import { stored } from "../../support/testDatabase";

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

beforeEach(async () => {
  ({ company, team, otherTeam, rep } = await start());
});

const role = (...args: string[]) => operate(company.app, roleCommand, args);

describe("a role", () => {
  it("given by the command counts at once", async () => {
    const { memberId } = rep;
    expect(await role("grant", memberId.toUpperCase(), "finance")).toEqual({
      code: 0,
      said: `${memberId} is now finance; every process knows it within 5 s.\n`,
      complained: "",
    });
    expect((await company.app.me(memberId)).member.roles).toEqual(["finance", "rep"]);
    expect((await role()).said).toContain(`${memberId} (小李): finance\n`);
    expect(await stored("auditEntries", { subject: `member:${memberId}`, action: "roles.grant" })).toMatchObject([
      { actor: { kind: "job", id: "role" }, at: new Date("2026-03-26T01:00:00Z") },
    ]);
  });

  it("taken back by the command is gone within the time that it says", async () => {
    const { memberId } = rep;
    await role("grant", memberId, "finance");
    expect((await company.app.me(memberId)).member.roles).toEqual(["finance", "rep"]);
    expect((await role("revoke", memberId, "finance")).code).toBe(0);
    company.app.passRealTime({ seconds: 6 });
    expect((await company.app.me(memberId)).member.roles).toEqual(["rep"]);
  });

  it("that somebody has, or has not, is said to have been so before", async () => {
    const { memberId } = rep;
    await role("grant", memberId, "finance");
    expect((await role("grant", memberId, "finance")).said).toBe(
      `${memberId} was finance before; nothing has changed.\n`,
    );
    expect((await role("revoke", memberId, "hr")).said).toBe(`${memberId} was not hr before; nothing has changed.\n`);
  });

  it("that ended on a day is said to have no end any more where the command gives it", async () => {
    const { memberId } = rep;
    const body = { commandId: randomUUID(), role: "finance" as const, unitId: null, lastOn: "2026-03-28" };
    await company.as(company.hr).call("roles.grant", { memberId }, body);
    expect((await role()).said).toContain(`${memberId} (小李): finance until 2026-03-28\n`);
    expect((await role("grant", memberId, "finance")).said).toBe(
      `${memberId} is now finance without an end, and was finance until 2026-03-28 before.\n`,
    );
    expect((await role("grant", memberId, "finance")).said).toBe(
      `${memberId} was finance before; nothing has changed.\n`,
    );
  });

  it("that follows from leading a department is listed beside what was given", async () => {
    const { memberId, name } = team.manager;
    await role("grant", memberId, "finance");
    const { said } = await role();
    expect(said).toContain(`${memberId} (${name}): finance, manager of ${team.unitId} by WeCom's directory\n`);
    const other = otherTeam.manager;
    expect(said).toContain(
      `\n${other.memberId} (${other.name}): manager of ${otherTeam.unitId} by WeCom's directory\n`,
    );
    expect(said).toMatch(/is a rep\.\n$/);
  });

  it("of nobody whom the directory knows is refused in one sentence", async () => {
    expect(await role("grant", "nobody", "hr")).toEqual({
      code: 1,
      said: "",
      complained: "no member nobody; nothing was changed.\n",
    });
  });
});
