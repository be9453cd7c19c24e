import { internetCompany } from "@shared/domain/pay/plans";
import type { Plan } from "@shared/domain/pay";
import type { OrgUnit } from "../../../../server/features/members";
import { addDays } from "@shared/domain/time";
import { assign } from "../../../../server/features/plans";
import { runsOf } from "../../../../server/features/plans/assignments";

const units = new Map<string, OrgUnit>(
  [
    { unitId: "company", name: "", kind: "company" as const, parentId: null },
    { unitId: "branch", name: "", kind: "branch" as const, parentId: "company" },
    { unitId: "team", name: "", kind: "team" as const, parentId: "branch" },
    { unitId: "other", name: "", kind: "team" as const, parentId: "branch" },
  ].map((unit) => [unit.unitId, { ...unit, formerParents: [] }]),
);
const plan = (code: string, scope: Plan["scope"], validFrom = "2026-01-01", more: Partial<Plan> = {}): Plan => ({
  ...internetCompany,
  code,
  scope,
  validFrom,
  ...more,
});
const always = [{ unitId: "team", fromOn: "2000-01-01", untilOn: null }];
const found = (plans: Plan[], spans: Parameters<typeof assign>[1] = always) =>
  assign("li", spans, "2026-03", { plans, units }).map(({ from, to, teamId, versions }) => [
    from,
    to,
    teamId,
    versions[0]?.code,
  ]);

const company = plan("company", { orgUnits: ["company"] });

it("reaches back before the month, for orders that were signed earlier", () => {
  expect(found([company])).toEqual([["2026-01-01", "2026-03-31", "team", "company"]]);
});

it("takes the named member before the deeper unit before the higher one", () => {
  const team = plan("team", { orgUnits: ["team"] });
  const named = plan("named", { members: ["li"] });
  expect(found([company, team]).map((one) => one[3])).toEqual(["team"]);
  expect(found([company, team, named]).map((one) => one[3])).toEqual(["named"]);
});

it("changes the plan for the days of a nearer one", () => {
  const named = plan("named", { members: ["li"] }, "2026-03-10", { validTo: "2026-03-20" });
  expect(found([company, named])).toEqual([
    ["2026-01-01", "2026-03-09", "team", "company"],
    ["2026-03-10", "2026-03-20", "team", "named"],
    ["2026-03-21", "2026-03-31", "team", "company"],
  ]);
});

it("leaves this month alone when next month's plan is published", () => {
  expect(found([company, plan("named", { members: ["li"] }, "2026-04-01")]).map((one) => one[3])).toEqual(["company"]);
});

it("follows a move from its first day", () => {
  const spans = [
    { unitId: "team", fromOn: "2026-02-10", untilOn: "2026-03-16" },
    { unitId: "other", fromOn: "2026-03-16", untilOn: null },
  ];
  expect(found([company], spans)).toEqual([
    ["2026-02-10", "2026-03-15", "team", "company"],
    ["2026-03-16", "2026-03-31", "other", "company"],
  ]);
});

it("ends with the last day of a leaver", () => {
  const spans = [{ unitId: "team", fromOn: "2026-02-10", untilOn: "2026-03-20" }];
  expect(found([company], spans)).toEqual([["2026-02-10", "2026-03-19", "team", "company"]]);
});

it("names both plans that are equally near, for people to decide", () => {
  expect(found([company, plan("second", { orgUnits: ["company"] })]).map((one) => one[3])).toEqual([
    "company",
    "second",
  ]);
});

it("goes by the tree of each day, also where the team hangs elsewhere by now", () => {
  const team: OrgUnit = {
    ...{ unitId: "team", name: "", kind: "team", parentId: "elsewhere" },
    formerParents: [
      { parentId: "branch", before: "2026-03-10" },
      { parentId: "other", before: "2026-03-27" },
    ],
  };
  const moved = new Map([
    ...units,
    ["elsewhere", { ...team, unitId: "elsewhere", parentId: "company", formerParents: [] }],
    ["team", team],
  ]);
  const plans = [company, plan("branch", { orgUnits: ["branch"] }), plan("other", { orgUnits: ["other"] })];
  const codes = assign("li", always, "2026-03", { plans, units: moved }).map(({ from, to, versions }) => [
    from,
    to,
    versions[0]?.code,
  ]);
  expect(codes).toEqual([
    ["2026-01-01", "2026-03-09", "branch"],
    ["2026-03-10", "2026-03-26", "other"],
    ["2026-03-27", "2026-03-31", "company"],
  ]);
});

describe("days are cut", () => {
  const teams = (moves: number): [string, OrgUnit][] =>
    Array.from({ length: moves }, (_, n) => [
      `t${n}`,
      {
        ...{ unitId: `t${n}`, name: "", kind: "team" as const, parentId: "branch" },
        formerParents: [{ parentId: "company", before: addDays("2026-01-02", n) }],
      },
    ]);

  it("by no move of a unit that is not above the member, however many there are", () => {
    const world = { plans: [company], units: new Map([...units, ...teams(80)]) };
    expect(runsOf({ unitId: "team", from: "2026-01-01", to: "2026-03-31" }, world)).toHaveLength(1);
    expect(runsOf({ unitId: "t40", from: "2026-01-01", to: "2026-03-31" }, world).map(({ from }) => from)).toEqual([
      "2026-01-01",
      "2026-02-11",
    ]);
  });

  it("into one assignment where a move or another's plan changes neither plan nor results", () => {
    const plans = [company, plan("elsewhere", { orgUnits: ["other"] }, "2026-03-10")];
    const moved = new Map([...units, ...teams(1)]);
    const spans = [{ unitId: "t0", fromOn: "2000-01-01", untilOn: null }];
    expect(assign("li", spans, "2026-03", { plans, units: moved })).toMatchObject([
      { from: "2026-01-01", to: "2026-03-31" },
    ]);
  });
});
