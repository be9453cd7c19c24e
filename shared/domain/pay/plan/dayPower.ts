import type { DayPower } from "../formula";
import type { PeriodLength } from "../../time";
import { measureNamed } from "../facts/measures";
import type { MeasuredInput, PlanInput } from "../types";

/**
 * Whether an input is a sum over the days of a segment: own results of the month (or the week) that is cut, the target for them, and lines.
 * All else is the same on however many days.
 */
export function dayPowerOf(input: PlanInput, length: PeriodLength): DayPower {
  if (input.kind === "lines") return 1;
  return (input.kind === "measure" || input.kind === "target") && isOfOwnDays(input, length) ? 1 : 0;
}

/** Whether a measure is a sum over the segment's days; ratios and imported ones are of the whole month. */
export const isOfOwnDays = (
  { code, of, period }: Pick<MeasuredInput, "code" | "of" | "period">,
  length: PeriodLength,
): boolean => of === "member" && period === length && isSumOfDays(code);

function isSumOfDays(code: string): boolean {
  const measure = measureNamed(code);
  return measure?.of === "facts" || measure?.of === "days";
}
