import type { BusinessDay, Month } from "../../time";
import { payDayOf, workingDaysAfter } from "../../workingDays";
import type { MemberBook, Tranche } from "../types";

/** What releases a part: on which day, and in which month that is booked. */
export interface Trigger {
  on: BusinessDay;
  month: Month;
}

/**
 * 次月N日 is that of the month after the line's, or after that of a trigger that came later. Working days run from the trigger, or from
 * `after` where the plan names a day of the sale: then the amount is due no sooner than the trigger has come.
 */
export function dueDay(
  { due }: Pick<Tranche, "due">,
  { on, month }: Trigger,
  { period, calendar }: Pick<MemberBook, "period" | "calendar">,
  after?: BusinessDay,
): BusinessDay {
  const count = Number(/\d+/.exec(due)?.[0] ?? 0);
  if (due.startsWith("次月")) return payDayOf(month > period ? month : period, count, calendar);
  if (due === "立即") return on;
  const day = workingDaysAfter(after ?? on, count, calendar);
  return after !== undefined && day < on ? on : day;
}
