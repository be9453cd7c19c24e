import { type BusinessDay, businessDayOf, daysOf, type Month, monthOf, nextPeriod, startOfDay } from "./time";
import { type WorkCalendar, workdayTest, workingDaysAfter } from "./workingDays";

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

/**
 * Where a cut-off that people have been told goes when the calendar becomes another: it stays on a day that is worked (null), else it is as
 * the rule has it now, on a later working day in any case.
 * @param calendar must know the days after the month and after the cut-off
 */
export function cutOffMovedTo(
  cutOffAt: Date,
  { month, rule, calendar }: { month: Month; rule: CutOffRule; calendar: WorkCalendar },
): Date | null {
  const on = businessDayOf(cutOffAt);
  if (workdayTest(calendar)(on)) return null;
  const byRule = cutOffOf(month, rule, calendar);
  if (byRule > cutOffAt) return byRule;
  const next = workingDaysAfter(on, 1, calendar);
  return new Date(startOfDay(next).getTime() + cutOffAt.getTime() - startOfDay(on).getTime());
}

/** Whether a month still takes what is recorded at an instant; at the cut-off itself it no longer does. */
export function takesAt({ state, cutOffAt }: MonthStanding, recordedAt: Date): boolean {
  return state === "open" && recordedAt.getTime() < cutOffAt.getTime();
}

/**
 * How far a month is on its way to being closed: still running, over but taking what is recorded, cut off and waiting for
 * whoever closes it, or closed.
 */
export type ClosingStage = "running" | "taking" | "waiting" | "closed";

/** How far a month is on its way to being closed, by whom, and until when it takes what is recorded. */
export interface Closing {
  stage: ClosingStage;
  /** Null where it is long past, or not known. */
  cutOffAt: Date | null;
  /** Null while they are not known; none where nobody has the role. */
  byNames: readonly string[] | null;
}

/** @param standing of the month; null where nobody knows its cut-off any more, which is then long past */
export function closingStageOf(month: Month, standing: MonthStanding | null, now: Date): ClosingStage {
  if (businessDayOf(now) <= daysOf(month).to) return "running";
  if (standing?.state === "closed") return "closed";
  return standing !== null && takesAt(standing, now) ? "taking" : "waiting";
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
