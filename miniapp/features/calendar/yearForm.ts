import { calendarOfDays, type SpecialDay, specialKindOf } from "@shared/domain/companyCalendar";
import { addDays, type BusinessDay, daysOf, type Month, weekdayOf } from "@shared/domain/time";
import { workingDaysIn } from "@shared/domain/workingDays";

/** A day that was special is an ordinary one again, and the other way round. */
export const toggled = (days: readonly SpecialDay[], on: BusinessDay): SpecialDay[] =>
  days.some((day) => day.on === on)
    ? days.filter((day) => day.on !== on)
    : [...days, { on, kind: specialKindOf(on) }].sort((a, b) => (a.on < b.on ? -1 : 1));

/** Several days at once: all of them off, or all of them worked. Weekends are off without being special, weekdays are worked. */
export function withSpan(
  days: readonly SpecialDay[],
  { from, to, kind }: { from: BusinessDay; to: BusinessDay; kind: SpecialDay["kind"] },
): SpecialDay[] {
  const kept = days.filter(({ on }) => on < from || to < on);
  const spanned: SpecialDay[] = [];
  for (let on = from; on <= to; on = addDays(on, 1)) if (specialKindOf(on) === kind) spanned.push({ on, kind });
  return [...kept, ...spanned].sort((a, b) => (a.on < b.on ? -1 : 1));
}

/** Days that follow each other as one span each. @param days in their order */
export function spansOf(days: readonly BusinessDay[]): { from: BusinessDay; to: BusinessDay }[] {
  const spans: { from: BusinessDay; to: BusinessDay }[] = [];
  for (const on of days) {
    const last = spans.at(-1);
    if (last && addDays(last.to, 1) === on) last.to = on;
    else spans.push({ from: on, to: on });
  }
  return spans;
}

export interface MonthShown {
  month: Month;
  workingDays: number;
  off: BusinessDay[];
  work: BusinessDay[];
}

export const monthsShown = (year: string, days: readonly SpecialDay[]): MonthShown[] => {
  const calendar = calendarOfDays(days);
  return Array.from({ length: 12 }, (_, n) => {
    const month = `${year}-${String(n + 1).padStart(2, "0")}`;
    const of = (kind: SpecialDay["kind"]) =>
      days.filter((day) => day.kind === kind && day.on.slice(0, 7) === month).map(({ on }) => on);
    return { month, workingDays: workingDaysIn(daysOf(month), calendar), off: of("off"), work: of("work") };
  });
};

export interface DayShown {
  on: BusinessDay;
  isWorked: boolean;
  isSpecial: boolean;
}

/** The days of a month in weeks that begin on a Monday; null: of another month. */
export function weeksOf(month: Month, days: readonly SpecialDay[]): (DayShown | null)[][] {
  const special = new Set(days.map(({ on }) => on));
  const { from, to } = daysOf(month);
  const weeks: (DayShown | null)[][] = [];
  for (let first = addDays(from, 1 - weekdayOf(from)); first <= to; first = addDays(first, 7)) {
    weeks.push(
      Array.from({ length: 7 }, (_, n) => {
        const on = addDays(first, n);
        if (on < from || to < on) return null;
        const isSpecial = special.has(on);
        return { on, isSpecial, isWorked: weekdayOf(on) <= 5 !== isSpecial };
      }),
    );
  }
  return weeks;
}

/** Whether two years have the same days. */
export const isSameYear = (a: readonly SpecialDay[], b: readonly SpecialDay[]): boolean =>
  a.length === b.length && a.every(({ on }) => b.some((day) => day.on === on));
