import { emptyPlanForm, faultsOf, fieldsOf, numberTyped, planOfChoice, planTyped } from "@/features/plans/planForm";
import type { Plan } from "@shared/domain/pay";

const today = "2026-03-26";
const base = planOfChoice("flat", "u1") as Plan;
const typed = (values: Record<string, string>, from: "now" | "next" = "now") =>
  planTyped(base, { ...emptyPlanForm(), name: "我们的方案", values, from }, today);

it("begins on the first of this month, or of the next one", () => {
  expect([typed({})?.validFrom, typed({}, "next")?.validFrom]).toEqual(["2026-03-01", "2026-04-01"]);
});

it("is for the whole company under its own name", () => {
  expect(typed({})).toMatchObject({ name: "我们的方案", code: "sales-flat", version: 1, scope: { orgUnits: ["u1"] } });
});

it("keeps no English name that is not the company's", () => {
  expect(typed({})?.nameEn).toBeUndefined();
});

it("takes numbers as keyboards write them", () => {
  expect(["１．５", "1,000 元", "20％"].map(numberTyped)).toEqual(["1.5", "1000", "20"]);
});

it("reckons its example with what is typed", () => {
  expect(typed({ "commission.amount.0": "２" })?.examples[0]?.expect).toMatchObject({ commission: "2000.00元" });
});

it.each(["", "abc", "-1", "1e5"])("is no plan yet while %j stands for a number", (wrong) => {
  expect(typed({ "commission.amount.0": wrong })).toBeNull();
  expect(fieldsOf(base, { "commission.amount.0": wrong })[0]?.isWrong).toBe(true);
});

it.each(["flat", "tiers", "newCustomer"] as const)("has no fault as %s is shipped", (choice) => {
  const plan = planOfChoice(choice, "u1") as Plan;
  expect(faultsOf({ ...plan, validFrom: "2026-03-01" })).toEqual([]);
});
