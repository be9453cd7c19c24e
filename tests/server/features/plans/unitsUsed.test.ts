import type { Plan } from "@shared/domain/pay";
import { manufacturingGroup } from "@shared/domain/pay/plans";
import type { OrgUnit, UnitSpan } from "../../../../server/features/members";
import { assign, unitsUsed } from "../../../../server/features/plans";

const unit = (
  unitId: string,
  kind: OrgUnit["kind"],
  parentId: string | null,
  formerParents: OrgUnit["formerParents"] = [],
): [string, OrgUnit] => [unitId, { unitId, name: unitId, kind, parentId, formerParents }];
/** A branch, u2, that was hung under a new one with a smaller id in the order of letters, and a branch apart. */
const units = new Map([
  unit("u1", "company", null),
  unit("u10", "branch", "u1"),
  unit("u2", "branch", "u10"),
  unit("u3", "team", "u2"),
  unit("u4", "team", "u3"),
  unit("u9", "branch", "u1"),
  unit("u30", "team", "u9"),
]);
const plan: Plan = {
  ...manufacturingGroup,
  validFrom: "2026-01-01",
  scope: { orgUnits: ["u1"] },
  inputs: (["team", "branch", "company"] as const).map((of) => ({
    code: "sales.confirmed",
    kind: "measure",
    name: of,
    nameEn: of,
    of,
    period: "month",
  })),
  tables: [],
  components: [{ code: "a", name: "a", kind: "提成", grain: "period", period: "month", amount: "branch × 1%" }],
};
const belongs = (unitId: string, fromOn = "2000-01-01", untilOn: string | null = null) => ({ unitId, fromOn, untilOn });
const used = (spans: UnitSpan[], plans = [plan], tree = units) => [
  ...unitsUsed(assign("li", spans, "2026-03", { plans, units: tree }), "2026-03"),
];

it("a rep is paid by the results of the nearest branch, where one branch hangs under another", () => {
  expect(used([belongs("u3")])).toEqual([
    ["u3", "team"],
    ["u2", "branch"],
    ["u1", "company"],
  ]);
});

it("and by those of the nearest team and branch in each of the places of a month", () => {
  const moved = [belongs("u4", "2000-01-01", "2026-03-10"), belongs("u30", "2026-03-10")];
  expect(used(moved).map(([unitId]) => unitId)).toEqual(["u4", "u2", "u1", "u30", "u9"]);
});

it("by those of the branch that a team hung under on each day", () => {
  const tree = new Map([...units, unit("u4", "team", "u9", [{ parentId: "u3", before: "2026-03-10" }])]);
  const branches = used([belongs("u4")], [plan], tree).filter(([, level]) => level === "branch");
  expect(branches.map(([unitId]) => unitId)).toEqual(["u2", "u9"]);
});

describe("somebody who has come from another branch before the month", () => {
  const moved = [belongs("u3", "2000-01-01", "2026-02-10"), belongs("u30", "2026-02-10")];

  it("has nothing to do with its results any more", () => {
    expect(used(moved).map(([unitId]) => unitId)).toEqual(["u30", "u9", "u1"]);
  });

  it("has where an order of those days, that is confirmed now, is paid by its team's results", () => {
    const byOrder: Plan = {
      ...plan,
      components: [{ code: "b", name: "b", kind: "提成", grain: "event", on: "sale", amount: "team × 1%" }],
    };
    expect(used(moved, [byOrder]).map(([unitId]) => unitId)).toEqual(["u3", "u30", "u9", "u1"]);
  });
});

describe("versions that are not in force in the month", () => {
  const none: Plan = { ...plan, inputs: [], components: [{ ...plan.components[0]!, amount: "1元" }] }; // it has one
  const moved = new Map([...units, unit("u4", "team", "u9", [{ parentId: "u3", before: "2026-03-10" }])]);
  const inMarch = (plans: Plan[]) => ({
    used: used([belongs("u4")], plans, moved).map(([unitId]) => unitId),
    parts: assign("li", [belongs("u4")], "2026-03", { plans, units: moved }).map(({ from, to }) => [from, to]),
  });

  it.each([
    ["is still to come", [none, { ...plan, version: 2, validFrom: "2026-04-01" }]],
    ["is over", [plan, { ...none, version: 2, validFrom: "2026-03-01" }]],
  ])("neither cut it nor tie its pay to a unit: one %s", (_, plans) => {
    const { used: unitIds, parts } = inMarch(plans);
    expect([unitIds, parts]).toEqual([[], [["2026-01-01", "2026-03-31"]]]);
  });

  it("but the one that its first day had prices it to the end at which it cuts it", () => {
    const { used: unitIds, parts } = inMarch([plan, { ...none, version: 2, validFrom: "2026-03-05" }]);
    expect(unitIds).toEqual(["u4", "u2", "u1", "u9"]);
    expect(parts.map(([from]) => from)).toEqual(["2026-01-01", "2026-03-10"]);
  });

  it("tie it where an order that was signed then, and is confirmed now, is paid by their results", () => {
    const byOrder: Plan = {
      ...plan,
      components: [{ code: "b", name: "b", kind: "提成", grain: "event", on: "sale", amount: "branch × 1%" }],
    };
    expect(inMarch([byOrder, { ...none, version: 2, validFrom: "2026-03-01" }]).used).toEqual(["u2"]);
  });
});
