import type { ErrorCode } from "../errors";
import { addDays, type BusinessDay, daysOf, monthOf, weekdayOf } from "./time";

export interface SaleDraft {
  customerId: string;
  amountFen: number;
  signedOn: BusinessDay;
}

export type SaleState = "submitted" | "returned" | "confirmed" | "cancelled";

/** A sum above the company's limit is asked about once more; above ten times of it nobody records a sale. */
export const refusedAtTimes = 10;

/** Whether a sum is taken as it is, is to be looked at again, or is none. Exactly the limit is still taken. */
export function judgeAmount(amountFen: number, limitFen: number): "fine" | "ask" | "refuse" {
  if (amountFen <= limitFen) return "fine";
  return amountFen <= limitFen * refusedAtTimes ? "ask" : "refuse";
}

/** What a rep usually sells: their largest confirmed sale, else their month's target. */
export interface UsualSum {
  than: "largest" | "target";
  fen: number;
}

/** By what a sum is measured. `usual`: null where nothing is known, absent where nobody has looked. */
export interface SumMeasures {
  limitFen: number;
  usual?: UsualSum | null | undefined;
}

/** What a sum is large by: more than the company's limit, or at least ten times what its rep usually sells. */
export type Large = UsualSum | { than: "limit"; fen: number };

/** So many times what somebody usually sells, or more, is asked about: a zero too many. */
export const askedAtTimes = 10;

/** A confirmed sale is measured by for so long after it was signed. */
export const usualDays = 365;

/** Why a person is asked whether this sum is meant; null: it is taken as it is. */
export function largeThan(amountFen: number, { limitFen, usual }: SumMeasures): Large | null {
  if (judgeAmount(amountFen, limitFen) !== "fine") return { than: "limit", fen: limitFen };
  return usual && usual.fen > 0 && amountFen >= usual.fen * askedAtTimes ? usual : null;
}

/** So many days before a month ends it matters on which of them a sale is confirmed; at least so many of them from Monday to Friday. */
const lastDays = 3;
const lastWeekdays = 2;

/** The first of those days of a month that ends on this one. */
function lastDaysFrom(to: BusinessDay): BusinessDay {
  let day = to;
  for (let weekdays = weekdayOf(day) <= 5 ? 1 : 0; weekdays < lastWeekdays; weekdays += weekdayOf(day) <= 5 ? 1 : 0)
    day = addDays(day, -1);
  const third = addDays(to, 1 - lastDays);
  return day < third ? day : third;
}

/**
 * The last day on which a confirmation still counts in the month in which the sale was signed: said in that month's last days, to whoever
 * waits and to whoever decides. Null before, and once it is over.
 */
export function confirmBy(signedOn: BusinessDay, today: BusinessDay): BusinessDay | null {
  const { to } = daysOf(monthOf(today));
  return monthOf(signedOn) === monthOf(today) && today >= lastDaysFrom(to) ? to : null;
}

export interface SaleFault {
  field: "signedOn" | "amountFen" | "customerId";
  code: ErrorCode;
}

/** A contract signed longer ago than this is not recorded by its rep but imported by finance. */
export const saleAgeMaxDays = 366;

/**
 * What is wrong with a sale, if anything. The form marks its fields with it, the server refuses on it.
 * @param draft `largeAmountSeen`: the person was asked about a sum that is large, and meant it
 */
export function saleFaults(
  draft: SaleDraft & { largeAmountSeen?: boolean },
  today: BusinessDay,
  measures: SumMeasures,
): SaleFault[] {
  const faults: SaleFault[] = [];
  if (judgeAmount(draft.amountFen, measures.limitFen) === "refuse")
    faults.push({ field: "amountFen", code: "sale.amountTooLarge" });
  else if (!draft.largeAmountSeen && largeThan(draft.amountFen, measures))
    faults.push({ field: "amountFen", code: "sale.amountLarge" });
  if (draft.signedOn > today) faults.push({ field: "signedOn", code: "sale.inFuture" });
  if (draft.signedOn < addDays(today, -saleAgeMaxDays)) faults.push({ field: "signedOn", code: "sale.tooOld" });
  return faults;
}

export type SaleAction = "confirm" | "return" | "resubmit" | "withdraw" | "restore";

const transitions: Record<SaleAction, { from: SaleState[]; to: SaleState }> = {
  confirm: { from: ["submitted"], to: "confirmed" },
  return: { from: ["submitted"], to: "returned" },
  resubmit: { from: ["returned"], to: "submitted" },
  withdraw: { from: ["submitted", "returned"], to: "cancelled" },
  // A wrong tap: what was taken back is put before the deciders again as it was.
  restore: { from: ["cancelled"], to: "submitted" },
};

/**
 * The state that an action leads to, or why it cannot be done from the present one. After a confirmation nothing is
 * taken back: a refund or a correction is a new fact.
 */
export function nextSaleState(state: SaleState, action: SaleAction): { state: SaleState } | { fault: ErrorCode } {
  const { from, to } = transitions[action];
  if (from.includes(state)) return { state: to };
  if (state === "confirmed") return { fault: "sale.alreadyConfirmed" };
  if (state === "returned") return { fault: "sale.alreadyReturned" };
  if (state === "submitted") return { fault: "sale.alreadySubmitted" };
  return { fault: "sale.notSubmitted" };
}

/** A sale shows at most this many of the visits that it stands on, the newest. */
export const footstepsMax = 5;
