import { compilePlan } from "./compile";
import type { Plan, PlanInput, Subject, UnitLevel } from "../types";

/** From the nearest to a member up. */
export const unitLevels: readonly UnitLevel[] = ["team", "branch", "company"];

export const isUnitLevel = (of: Subject): of is UnitLevel => unitLevels.some((level) => level === of);

/** The levels whose results a plan uses. */
export const unitLevelsOf = ({ inputs }: Plan): Set<UnitLevel> => levelsOf(inputs);

/**
 * Those of them that the price of a single event depends on. An order that was signed in an earlier month is priced in the place of
 * that day, by its results of the month in which the order counts.
 */
export function eventLevelsOf(plan: Plan): Set<UnitLevel> {
  if (unitLevelsOf(plan).size === 0) return new Set();
  const { components, inputs } = compilePlan(plan);
  const used = components.flatMap((compiled) => (compiled.component.grain === "event" ? compiled.inputs : []));
  const scored = used.flatMap((input) => (input.kind === "score" ? input.items.map((item) => item.input) : []));
  return levelsOf([...used, ...scored.flatMap((name) => inputs.get(name) ?? [])]);
}

const levelsOf = (inputs: readonly PlanInput[]): Set<UnitLevel> =>
  new Set(inputs.flatMap((input) => ("of" in input && isUnitLevel(input.of) ? [input.of] : [])));
