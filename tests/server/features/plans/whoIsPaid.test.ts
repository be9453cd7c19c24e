import {
  type Company,
  companyUnitId,
  givenBranch,
  givenPlan,
  givenTeam,
  move,
  prepare,
  type Team,
} from "../../../support/given";

const start = prepare(async (company) => {
  const team = await givenTeam(company, { reps: [{}, {}] });
  const office = await givenBranch(company);
  await move(company, company.hr, office, { joinedOn: "2025-02-01" });
  await givenPlan(company, { scope: { orgUnits: [companyUnitId] } });
  return { team };
});

let company: Company;
let team: Team;
beforeEach(async () => {
  ({ company, team } = await start());
});

describe("a plan for the whole company", () => {
  it("is counted in 方案 by those who sell in a team, as targets are", async () => {
    const { items: rows } = await company.as(company.hr).call("office.rows", { tab: "plans" });
    expect(rows.filter(({ kind }) => kind === "plan").map(({ count }) => count)).toEqual([2]);
  });

  it("is none of somebody's own outside the teams", async () => {
    expect((await company.statement(company.hr)).hasPlan).toBe(false);
  });

  it("is that of reps, and of a leader for what they sell themselves", async () => {
    expect((await company.statement(team.reps[0]!)).hasPlan).toBe(true);
    expect((await company.statement(team.manager)).hasPlan).toBe(true);
  });
});
