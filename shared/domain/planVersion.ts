import type { Plan } from "./pay/types";
import { type BusinessDay, type DaySpan, daysOf, periodOf } from "./time";

/**
 * Whether a version would begin where pay is being reckoned already: on a day that has begun, today included, or inside a period
 * of one of its components. Pay for single events may change on any day to come.
 */
export function beginsInsidePeriod({ validFrom, components }: Plan, today: BusinessDay): boolean {
  if (validFrom <= today) return true;
  return components.some(
    (component) => component.grain === "period" && daysOf(periodOf(validFrom, component.period)).from !== validFrom,
  );
}

/**
 * The days that a version prices of periods that are being reckoned, or have been: from its first day to today and to the end of
 * the period that it begins in.
 */
export function begunDaysOf({ validFrom, components }: Plan, today: BusinessDay): DaySpan {
  const ends = components.flatMap((component) =>
    component.grain === "period" ? [daysOf(periodOf(validFrom, component.period)).to] : [],
  );
  const to = [today, ...ends].reduce((last, day) => (day > last ? day : last), validFrom);
  return { from: validFrom, to };
}
