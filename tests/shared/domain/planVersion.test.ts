import type { Plan } from "@shared/domain/pay";
import { manufacturingGroup } from "@shared/domain/pay/plans";
import { beginsInsidePeriod, firstBetweenPeriods } from "@shared/domain/planVersion";

describe("the first day of a version", () => {
  const month: Plan = { ...manufacturingGroup, validFrom: "2026-04-01" };
  const quarterly = month.components.map((component) =>
    component.grain === "period" ? { ...component, period: "quarter" as const } : component,
  );
  it.each<[string, Plan, boolean]>([
    ["the first of next month", month, false],
    ["a day inside a month", { ...month, validFrom: "2026-04-02" }, true],
    ["the first of this month", { ...month, validFrom: "2026-03-01" }, true],
    ["the first of a quarter, of quarterly pay", { ...month, components: quarterly }, false],
    [
      "the first of a month inside it, of quarterly pay",
      { ...month, components: quarterly, validFrom: "2026-05-01" },
      true,
    ],
    ["any day to come, of pay by the event", { ...month, components: [], validFrom: "2026-04-17" }, false],
    ["tomorrow, of pay by the event", { ...month, components: [], validFrom: "2026-03-27" }, false],
    ["today, of pay by the event", { ...month, components: [], validFrom: "2026-03-26" }, true],
    ["yesterday, of pay by the event", { ...month, components: [], validFrom: "2026-03-25" }, true],
  ])("%s", (_name, plan, inside) => {
    expect(beginsInsidePeriod(plan, "2026-03-26")).toBe(inside);
  });

  it.each([
    ["2026-04-15", [], "2026-04-15"],
    ["2026-04-01", month.components, "2026-04-01"],
    ["2026-04-02", month.components, "2026-05-01"],
    ["2026-05-01", [...month.components, ...quarterly], "2026-07-01"],
  ])("from %s on is, between the periods of what pays, at the earliest %j %s", (day, components, first) => {
    expect(firstBetweenPeriods(day, components)).toBe(first);
  });
});
