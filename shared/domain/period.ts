import { type BusinessDay, daysOf, type Month, monthOf, nextPeriod, startOfDay } from "./time";
import { type WorkCalendar, workingDaysAfter } from "./workingDays";

/** When a month is cut off: at a time of day on a working day after it. */
export interface CutOffRule {
  /** 1: the first working day after the month. */
  workingDay: number;
  /** `18:00`, 24 hours, Shanghai. */
  time: string;
}

export interface MonthStanding {
  state: "open" | "closed";
  cutOffAt: Date;
}

/**
 * The instant from which what is recorded comes too late for a month.
 * @param calendar must know the days after the month
 */
export function cutOffOf(month: Month, rule: CutOffRule, calendar: WorkCalendar): Date {
  const on = workingDaysAfter(daysOf(month).to, rule.workingDay, calendar);
  const [hours = 0, minutes = 0] = rule.time.split(":").map(Number);
  return new Date(startOfDay(on).getTime() + (hours * 60 + minutes) * 60_000);
}

/** Whether a month still takes what is recorded at an instant; at the cut-off itself it no longer does. */
export function takesAt({ state, cutOffAt }: MonthStanding, recordedAt: Date): boolean {
  return state === "open" && recordedAt.getTime() < cutOffAt.getTime();
}

/**
 * The month that a fact is booked in: that of `countsOn` or, where that one takes nothing any more, the earliest after it
 * that does.
 */
export function openMonthFor(
  countsOn: BusinessDay,
  recordedAt: Date,
  standingOf: (month: Month) => MonthStanding,
): Month {
  let month = monthOf(countsOn);
  while (!takesAt(standingOf(month), recordedAt)) month = nextPeriod(month);
  return month;
}
