import { type Assignment, evaluate, type Statement } from "@shared/domain/pay";
import { businessDayOf, type BusinessDay, type Month } from "@shared/domain/time";
import { monthHeads } from "./monthHead";
import { repMonthOf } from "./bookFacts";
import { type MonthState, readMonthState, salesDoneFen } from "./readMonthState";
import { summarise, totalsOf } from "./summarise";

/** A month in a few numbers, stored with the statement that they are of, so that 今日 evaluates nothing. */
export interface MonthSummary {
  /** Neither plan, nor facts, nor target: somebody who is not paid by results. */
  isEmpty: boolean;
  doneFen: number;
  targetFen: number | null;
  totals: ReturnType<typeof totalsOf>;
  /** 已得累计 of kind 提成. */
  commissionNowFen: number;
  /** All of kind 提成 as the month would close now. */
  commissionFen: number;
  /** Whether any plan of the month pays commission; null without a plan. Absent in months that an older version has priced. */
  hasCommission?: boolean | null;
  ordersCount: number;
  effectiveVisitsCount: number;
  /** The day that it was priced on, and what the sales confirmed on that day had added by then; null without any. */
  pricedOn: BusinessDay;
  gain: DayGain | null;
}

/** What a day's sales have brought, as each was told when it was confirmed: to commission, and to all of the month's pay. */
export interface DayGain {
  salesFen: number;
  commissionFen: number;
  /** Absent in months that an older version has priced. */
  totalFen?: number;
}

const commissionKind = "提成";

/**
 * Sums up a month of which this is the statement.
 * @param gained what the day's sales have brought, where that is known; else it is computed from the facts
 */
export function summaryOf(
  monthState: Pick<MonthState, "memberId" | "assignments" | "book">,
  statement: Statement,
  pricedAt: Date,
  gained?: DayGain | null,
): MonthSummary {
  const { memberId, assignments, book } = monthState;
  const { doneFen, targetFen } = salesDoneFen(monthState);
  const sums = summarise(memberId, book.facts);
  const commission = commissionOf(statement);
  const pricedOn = businessDayOf(pricedAt);
  return {
    isEmpty: assignments.length === 0 && book.facts.length === 0 && targetFen === null,
    doneFen,
    targetFen,
    totals: totalsOf(statement),
    commissionNowFen: commission.amountFen - commission.estimatedFen,
    commissionFen: commission.amountFen,
    hasCommission: assignments.length === 0 ? null : assignments.some(paysCommission),
    ordersCount: sums["sales.orders"] ?? 0,
    effectiveVisitsCount: sums["visits.effective"] ?? 0,
    pricedOn,
    gain: gained === undefined ? gainOf(monthState, statement, pricedOn) : gained,
  };
}

const paysCommission = ({ versions }: Assignment): boolean =>
  versions.some(({ components }) => components.some(({ kind }) => kind === commissionKind));

function commissionOf({ lines }: Statement): { amountFen: number; estimatedFen: number } {
  const commissions = lines.filter((line) => line.component.kind === commissionKind);
  return {
    amountFen: commissions.reduce((sum, line) => sum + line.amountFen, 0),
    estimatedFen: commissions.reduce((sum, line) => sum + line.states.estimatedFen, 0),
  };
}

/** What the sales confirmed on a day added: the month with them, less the month without. */
function gainOf(
  { assignments, book, memberId }: Pick<MonthState, "memberId" | "assignments" | "book">,
  statement: Statement,
  on: BusinessDay,
): DayGain | null {
  const before = book.facts.filter((fact) => fact.countsOn !== on);
  const salesOf = (facts: typeof book.facts) => summarise(memberId, facts)["sales.confirmed"] ?? 0;
  const salesFen = salesOf(book.facts) - salesOf(before);
  if (salesFen === 0) return null;
  return { salesFen, ...payBetween(evaluate(assignments, { ...book, facts: before }), statement) };
}

const payBetween = (before: Statement, after: Statement) => ({
  commissionFen: commissionOf(after).amountFen - commissionOf(before).amountFen,
  totalFen: after.totals.amountFen - before.totals.amountFen,
});

/** What the day has brought before a pricing; undefined where that has to be computed. */
export function gainedBy(summary: MonthSummary | null, pricedAt: Date): DayGain | null | undefined {
  if (!summary) return undefined;
  return summary.pricedOn === businessDayOf(pricedAt) ? summary.gain : null;
}

/** The same with one more booking: what the member was told of it. */
export function gainedWith(
  before: DayGain | null | undefined,
  told: { before: Statement; after: Statement; salesFen: number },
): DayGain | null | undefined {
  if (before === undefined || (before === null && told.salesFen === 0)) return before;
  const { commissionFen, totalFen } = payBetween(told.before, told.after);
  return {
    salesFen: (before?.salesFen ?? 0) + told.salesFen,
    commissionFen: (before?.commissionFen ?? 0) + commissionFen,
    totalFen: (before?.totalFen ?? before?.commissionFen ?? 0) + totalFen,
  };
}

/** The stored summary of a month and when it was priced; null where it has not been priced yet. */
export async function storedSummary(
  memberId: string,
  period: Month,
): Promise<{ summary: MonthSummary; pricedAt: Date } | null> {
  const record = await monthHeads.get(repMonthOf(memberId, period));
  // Stored as `summaryOf` gave it; null where an older version has priced the month.
  const summary = (record?.summary ?? null) as MonthSummary | null;
  return record && summary ? { summary, pricedAt: record.pricedAt } : null;
}

/** How far a member is in a month, as it was last priced; one that nobody has priced is read as it stands. */
export async function memberProgress(
  memberId: string,
  period: Month,
): Promise<{ doneFen: number; targetFen: number | null }> {
  const stored = await storedSummary(memberId, period);
  const { doneFen, targetFen } = stored?.summary ?? salesDoneFen(await readMonthState(memberId, period));
  return { doneFen, targetFen };
}
