import { type CompiledComponent, type CompiledPlan, conditionTextOf, eventsByKind } from "./compile";
import { dayPowerOf } from "./dayPower";
import { fieldNamed } from "../facts/factFields";
import { byDays, type DayPower } from "../formula";
import type { PlanInput } from "../types";

const knownByDays = new WeakMap<CompiledPlan, CompiledPlan>();

/** The plan as it holds on some days of a month, by `byDays`; made once for each plan. */
export function compiledByDays(plan: CompiledPlan): CompiledPlan {
  const done = knownByDays.get(plan);
  if (done !== undefined) return done;
  const components = plan.components.map((compiled) => componentByDays(compiled, plan.inputs));
  const made = { ...plan, components, events: eventsByKind(components) };
  knownByDays.set(plan, made);
  return made;
}

/** Periods pay for their days; events are paid whole, by results of whole months. */
function componentByDays(compiled: CompiledComponent, inputs: ReadonlyMap<string, PlanInput>): CompiledComponent {
  const { component, englishNames } = compiled;
  const length = component.grain === "period" && component.period === "week" ? "week" : "month";
  const powerOf = (name: string): DayPower => {
    const input = inputs.get(name);
    const isField = component.grain === "event" && fieldNamed(component.on, name) !== null;
    return input === undefined || isField ? 0 : dayPowerOf(input, length);
  };
  const formulas: CompiledComponent["formulas"] = {};
  for (const slot of ["when", "amount", "cap", "floor"] as const) {
    const formula = compiled.formulas[slot];
    const wanted = slot === "when" ? "condition" : component.grain === "period" ? 1 : 0;
    if (formula !== undefined) formulas[slot] = byDays(formula, powerOf, wanted);
  }
  return { ...compiled, formulas, conditionText: conditionTextOf(formulas.when, englishNames) };
}
