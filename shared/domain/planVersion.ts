import type { Component, Plan } from "./pay/types";
import { addDays, type BusinessDay, type DaySpan, daysOf, periodOf } from "./time";

/** The periods that a day lies in of those by which these components pay. */
const periodsAround = (day: BusinessDay, components: readonly Component[]): DaySpan[] =>
  components.flatMap((component) => (component.grain === "period" ? [daysOf(periodOf(day, component.period))] : []));

/** Whether rules that change on this day change inside a period of one of these components, instead of between two. */
export const isInsidePeriod = (day: BusinessDay, components: readonly Component[]): boolean =>
  periodsAround(day, components).some(({ from }) => from !== day);

/** The first day from this one on that is inside no period of these components. */
export function firstBetweenPeriods(day: BusinessDay, components: readonly Component[]): BusinessDay {
  const inside = periodsAround(day, components).find(({ from }) => from !== day);
  return inside ? firstBetweenPeriods(addDays(inside.to, 1), components) : day;
}

/**
 * Whether a version would begin where pay is being reckoned already: on a day that has begun, today included, or inside a period
 * of one of its components. Pay for single events may change on any day to come.
 */
export function beginsInsidePeriod({ validFrom, components }: Plan, today: BusinessDay): boolean {
  return validFrom <= today || isInsidePeriod(validFrom, components);
}

/**
 * The days that a version prices of periods that are being reckoned, or have been: from its first day to today and to the end of
 * the period that it begins in.
 */
export function begunDaysOf({ validFrom, components }: Plan, today: BusinessDay): DaySpan {
  const ends = periodsAround(validFrom, components).map((period) => period.to);
  const to = [today, ...ends].reduce((last, day) => (day > last ? day : last), validFrom);
  return { from: validFrom, to };
}
