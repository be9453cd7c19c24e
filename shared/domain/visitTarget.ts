import { addDays, type BusinessDay, type DaySpan, weekdayOf } from "./time";
import { type WorkCalendar, workdayTest, workingDaysIn } from "./workingDays";

/** From a Monday on, so many effective visits a week are expected of each rep; null: none any more. */
export interface WeeklyVisits {
  from: BusinessDay;
  perWeek: number | null;
}

export const visitsPerWeekMax = 200;

export const mondayOf = (day: BusinessDay): BusinessDay => addDays(day, 1 - weekdayOf(day));

export const weekOf = (day: BusinessDay): DaySpan => ({ from: mondayOf(day), to: addDays(mondayOf(day), 6) });

/**
 * How many effective visits are expected in a span of days: a fifth of a week's for each working day, summed up and rounded once (half
 * up). A week with a holiday asks for less, one with a make-up day for more, and a month is what its days are.
 * @returns null where nothing is expected
 */
export function visitTargetOf(
  { from, to }: DaySpan,
  versions: readonly WeeklyVisits[],
  calendar: WorkCalendar,
): number | null {
  const isWorkday = workdayTest(calendar);
  const sorted = [...versions].sort((a, b) => (a.from < b.from ? -1 : 1));
  let fifths = 0;
  for (let day = from; day <= to; day = addDays(day, 1)) {
    if (isWorkday(day)) fifths += sorted.filter((one) => one.from <= day).at(-1)?.perWeek ?? 0;
  }
  const target = Math.floor((2 * fifths + 5) / 10);
  return target === 0 ? null : target;
}

/** How a week of visits stands against its working days, each of which asks for as much. */
export interface VisitPace {
  /** What its days up to and including today ask for, as a month's pace counts them. */
  dueByNow: number;
  /** Fewer than the days that are over asked for: today is not held against anybody as long as it runs. */
  isBehind: boolean;
}

export function visitPaceOf(
  { done, target }: { done: number; target: number | null },
  today: BusinessDay,
  calendar: WorkCalendar,
): VisitPace {
  const week = weekOf(today);
  const all = workingDaysIn(week, calendar);
  const dueBy = (day: BusinessDay): number =>
    all === 0 ? 0 : Math.ceil(((target ?? 0) * workingDaysIn({ from: week.from, to: day }, calendar)) / all);
  return { dueByNow: dueBy(today), isBehind: done < dueBy(addDays(today, -1)) };
}
