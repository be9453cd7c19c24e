import { type Fen, roundToFen, yuanOf } from "../../money";
import { daysOf, type Month, periodOf, settlementMonthOf } from "../../time";
import { ratioOf, times, zero } from "../numbers/number";
import type { PeriodComponent } from "../types";
import type { Draft } from "./draft";

/**
 * What a month means to a period component. due: it pays for its period, or for its weeks; toDate: it pays what its period comes to so far, less
 * what it has given; later: its period goes on, and pays in its last month.
 */
export function settlementIn(
  { period, settle = "end" }: Pick<PeriodComponent, "period" | "settle">,
  month: Month,
): "due" | "toDate" | "later" {
  if (period === "week" || period === "month") return "due";
  if (settle === "toDate") return "toDate";
  return settlementMonthOf(periodOf(daysOf(month).from, period)) === month ? "due" : "later";
}

/** Nothing yet, and what it would be by now: the month as it would close now has none of it, so no state has either. */
export function leaveForLater(draft: Draft, { period }: PeriodComponent, month: Month): void {
  const { amountFen, undefinedBecause, steps } = draft;
  const due = settlementMonthOf(periodOf(daysOf(month).from, period));
  const params = { month: due, ...(undefinedBecause === null && { soFarFen: amountFen }) };
  if (amountFen !== 0) steps.push({ step: "later", fromFen: amountFen, toFen: 0, params: {} });
  Object.assign(draft, { amountFen: 0, wholeFen: 0, unallocatedFen: 0, undefinedBecause: null });
  draft.reason = { code: "settled.later", params };
}

/**
 * Leaves what earlier months of the period have not given: below 0 where they have given too much. Of a month that was cut each part takes
 * its days' part of what was given, rounded as one sum.
 */
export function takeOffSettled(draft: Draft, settledFen: Fen): void {
  const { cut, days, daysBefore, coveredDays } = draft.segment;
  const upTo = (count: number): Fen => roundToFen(times(yuanOf(settledFen), ratioOf(count, coveredDays) ?? zero));
  const given = cut ? upTo(daysBefore + days) - upTo(daysBefore) : settledFen;
  if (given === 0 || draft.undefinedBecause !== null) return;
  const toDateFen = draft.amountFen;
  const amountFen = toDateFen - given;
  Object.assign(draft, { amountFen, wholeFen: amountFen, unallocatedFen: amountFen });
  draft.steps.push({ step: "settled", fromFen: toDateFen, toFen: amountFen, params: {} });
  if (amountFen === 0) draft.reason = { code: "settled.already", params: { settledFen: given } };
  else if (toDateFen === 0) draft.reason = { code: "settled.less", params: { settledFen: given } };
}
