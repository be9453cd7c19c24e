import { addDays, type BusinessDay, daysOf, isWithin } from "../../time";
import { canonicalJson } from "../../canonicalJson";
import { compilePlan } from "../plan/compile";
import type { ChangesOf } from "../plan/segments";
import { paramFor } from "./given";
import type { MemberBook, Plan, PlanInput } from "../types";

type Param = PlanInput & { kind: "param" };

/** On which days of the book's month a plan's formulas get other params than on the day before: what is reckoned by days is cut there. */
export function paramChangesIn(book: Pick<MemberBook, "given" | "period">): ChangesOf {
  const month = daysOf(book.period);
  const dated = book.given.filter(({ kind, from }) => kind === "param" && from !== undefined);
  const days = [...new Set(dated.flatMap(({ from }) => from ?? []))]
    .filter((day) => day > month.from && isWithin(day, month))
    .sort();
  if (days.length === 0) return () => [];
  return (plan, { units = {}, teamId }) => {
    const params = paramsUsed(plan);
    const valuesOn = (on: BusinessDay): string =>
      canonicalJson(
        params.map((param) => paramFor(param, { planCode: plan.code, units, teamId, on }, book)?.value ?? null),
      );
    return days.filter((day) => valuesOn(day) !== valuesOn(addDays(day, -1)));
  };
}

/** Those that its formulas name, by themselves or as a part of a score. */
function paramsUsed(plan: Plan): Param[] {
  const { components, inputs } = compilePlan(plan);
  const used = components.flatMap((compiled) => compiled.inputs);
  const scored = used.flatMap((input) => (input.kind === "score" ? input.items.map((item) => item.input) : []));
  const params = [...used, ...scored.flatMap((name) => inputs.get(name) ?? [])].filter(
    (input): input is Param => input.kind === "param",
  );
  return [...new Set(params)];
}
