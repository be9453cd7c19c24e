import { type BusinessDay, isBusinessDay, weekdayOf } from "./time";
import type { WorkCalendar } from "./workingDays";

/** A day of a year that is not what its weekday says: off although it is from Monday to Friday, or worked although it is a weekend. */
export interface SpecialDay {
  on: BusinessDay;
  kind: "off" | "work";
}

/** What a day is when it is special: of a weekday that is off, of a weekend that is worked. */
export const specialKindOf = (on: BusinessDay): SpecialDay["kind"] => (weekdayOf(on) <= 5 ? "off" : "work");

export const calendarOfDays = (days: readonly SpecialDay[]): WorkCalendar => ({
  holidays: days.filter(({ kind }) => kind === "off").map(({ on }) => on),
  workdays: days.filter(({ kind }) => kind === "work").map(({ on }) => on),
});

export const daysOfCalendar = ({ holidays, workdays }: WorkCalendar): SpecialDay[] =>
  [
    ...holidays.map((on): SpecialDay => ({ on, kind: "off" })),
    ...workdays.map((on): SpecialDay => ({ on, kind: "work" })),
  ]
    .filter(({ on, kind }) => kind === specialKindOf(on))
    .sort((a, b) => (a.on < b.on ? -1 : 1));

/** Days that are one thing here and another there, in their order. */
export function daysChanged(before: readonly SpecialDay[], after: readonly SpecialDay[]): BusinessDay[] {
  const was = new Set(before.map(({ on }) => on));
  const is = new Set(after.map(({ on }) => on));
  return [...new Set([...was, ...is])].filter((on) => was.has(on) !== is.has(on)).sort();
}

export type CalendarFault = "day.otherYear" | "day.twice" | "day.kind" | "day.closed" | "calendar.noWork";

/** Less than that is no year in which a company works. */
const workingDaysMin = 150;
const weekdaysOfYear = 260;

/**
 * What is wrong with a year's special days, if anything.
 * @param editableFrom the first day that may be changed: before it months are closed
 */
export function calendarFault(
  year: string,
  days: readonly SpecialDay[],
  { before, editableFrom }: { before: readonly SpecialDay[]; editableFrom: BusinessDay },
): CalendarFault | null {
  const seen = new Set<string>();
  for (const { on, kind } of days) {
    if (!isBusinessDay(on) || on.slice(0, 4) !== year) return "day.otherYear";
    if (seen.has(on)) return "day.twice";
    if (kind !== specialKindOf(on)) return "day.kind";
    seen.add(on);
  }
  const { holidays, workdays } = calendarOfDays(days);
  if (weekdaysOfYear - holidays.length + workdays.length < workingDaysMin) return "calendar.noWork";
  return daysChanged(before, days).some((on) => on < editableFrom) ? "day.closed" : null;
}

/** The next year's days are usually announced in November: from this month on they can be written, and somebody is asked about them. */
const askedFromMonth = "12";

/**
 * The year about which somebody is to be asked on a day, as long as nothing is known of it: the next one once it can be written, and until then
 * the present one, which is no better known for having begun.
 */
export const yearToKnow = (today: BusinessDay): string =>
  String(Number(today.slice(0, 4)) + (today.slice(5, 7) >= askedFromMonth ? 1 : 0));
