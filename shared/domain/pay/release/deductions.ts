import { type Fen, fen, sumFen } from "../../money";
import { type BusinessDay, type Month, monthsLater } from "../../time";
import { decimal, exactOfInt, times, wholeOf } from "../numbers/number";
import type { Decimal } from "../types";
import type { ReceivableKind } from "./journal";
import type { Part, Settled } from "./steps";

/** What a member owes: paid and lost since, or paid ahead. */
export interface Receivable {
  id: string;
  kind: ReceivableKind;
  balanceFen: Fen;
  arisenOn: BusinessDay;
  /** The month that it is booked in: what arose after a month's cut-off waits for the payday of the next. */
  bookedIn: Month;
}

/** What the law and the company leave to somebody, by the unit. */
export interface DeductionLimits {
  /** Of the month's gross: `0.2`. */
  shareMax: Decimal;
  /** What the month's pay must leave; null: nothing is known of one. */
  minimumWageFen: Fen | null;
}

/** What is paid on a payday. */
export interface Payday {
  month: Month;
  /** What the month comes to, of ours. */
  grossFen: Fen;
  /** The payroll's part, where it was imported. */
  payrollGrossFen?: Fen;
  /** What is ordered by payroll, in the order in which it is kept. */
  orders: readonly Part[];
}

export interface Deductions {
  settled: Settled[];
  /** What of which order is kept for it. */
  kept: Part[];
  deductedFen: Fen;
  /** What the limits would let. */
  capFen: Fen;
  /** What stays owed; of it what this payday has to leave alone, since it arose too late. */
  leftFen: Fen;
  waitsFen: Fen;
}

/**
 * What of a payday is kept for what is owed, the oldest first: at most a share of the month's gross, never more than our own payable of that
 * day, and so that the minimum wage is left.
 */
export function deductionsOf(payday: Payday, receivables: readonly Receivable[], limits: DeductionLimits): Deductions {
  const owed = receivables.filter(({ balanceFen }) => balanceFen > 0);
  const ready = owed.filter(({ bookedIn }) => bookedIn <= payday.month).sort(oldestFirst);
  const capFen = capOf(payday, limits);
  let leftFen = capFen;
  const settled = ready.flatMap(({ id, kind, balanceFen }): Settled[] => {
    const amountFen = Math.min(balanceFen, leftFen);
    leftFen -= amountFen;
    return amountFen === 0 ? [] : [{ receivableId: id, kind, fen: amountFen }];
  });
  const deductedFen = capFen - leftFen;
  const balanceFen = sumFen(owed.map((one) => one.balanceFen));
  return {
    settled,
    kept: keptOf(payday.orders, deductedFen),
    deductedFen,
    capFen,
    leftFen: balanceFen - deductedFen,
    waitsFen: balanceFen - sumFen(ready.map((one) => one.balanceFen)),
  };
}

/** Rounded down: never a fen more than the share. */
function capOf({ grossFen, payrollGrossFen = 0, orders }: Payday, { shareMax, minimumWageFen }: DeductionLimits): Fen {
  const allFen = Math.max(0, fen(grossFen + payrollGrossFen));
  const share = wholeOf(times(exactOfInt(allFen), decimal(shareMax)), "cut");
  const aboveMinimumFen = minimumWageFen === null ? allFen : allFen - minimumWageFen;
  const payableFen = sumFen(orders.map((order) => order.fen));
  // A share of a whole that is a safe integer is one itself.
  return Math.max(0, Math.min(typeof share === "number" ? share : 0, aboveMinimumFen, payableFen));
}

function keptOf(orders: readonly Part[], deductedFen: Fen): Part[] {
  let leftFen = deductedFen;
  return orders.flatMap(({ lineId, fen: orderFen }) => {
    const amountFen = Math.min(orderFen, leftFen);
    leftFen -= amountFen;
    return amountFen === 0 ? [] : [{ lineId, fen: amountFen }];
  });
}

function oldestFirst(a: Receivable, b: Receivable): number {
  if (a.arisenOn !== b.arisenOn) return a.arisenOn < b.arisenOn ? -1 : 1;
  return a.id < b.id ? -1 : 1;
}

/** For so long what is owed is deducted; then somebody may approve that it is given up. */
const writeOffMonths = 12;

/** What may be given up by a day, the oldest first; each needs an approval. */
export const dueForWriteOff = (receivables: readonly Receivable[], on: BusinessDay): Receivable[] =>
  receivables
    .filter(({ balanceFen, arisenOn }) => balanceFen > 0 && monthsLater(arisenOn, writeOffMonths) <= on)
    .sort(oldestFirst);
