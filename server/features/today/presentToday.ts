import type { AnswerOf } from "@shared/contracts";
import { evaluate, type Statement } from "@shared/domain/pay";
import { businessDayOf, type BusinessDay } from "@shared/domain/time";
import { type MonthState, salesDoneFen, summarise, totalsOf } from "../statements";

type Mine = NonNullable<AnswerOf<"today.read">["mine"]>;

const commissionKind = "提成";

/** A rep's day: how far, what it pays, what today added. Null for people without plan, sales and target. */
export function presentMine(month: MonthState, now: Date, pending: Mine["pending"]): Mine | null {
  const { assignments, book, memberId } = month;
  const { doneFen, targetFen } = salesDoneFen(month);
  if (assignments.length === 0 && book.facts.length === 0 && targetFen === null) return null;
  // From what was just read, as 收入 does: the two never show different money.
  const statement = evaluate(assignments, book);
  const sums = summarise(memberId, book.facts);
  const commission = commissionOf(statement);
  return {
    doneFen,
    targetFen,
    totals: totalsOf(statement),
    commissionNowFen: commission.amountFen - commission.estimatedFen,
    commissionFen: commission.amountFen,
    ordersCount: sums["sales.orders"] ?? 0,
    effectiveVisitsCount: sums["visits.effective"] ?? 0,
    todayGain: gainOf(month, businessDayOf(now)),
    pending,
  };
}

function commissionOf(statement: Statement): { amountFen: number; estimatedFen: number } {
  const lines = statement.lines.filter((line) => line.component.kind === commissionKind);
  return {
    amountFen: lines.reduce((sum, line) => sum + line.amountFen, 0),
    estimatedFen: lines.reduce((sum, line) => sum + line.states.estimatedFen, 0),
  };
}

/** What the sales confirmed today added: the month with them, less the month without. */
function gainOf({ assignments, book, memberId }: MonthState, today: BusinessDay): Mine["todayGain"] {
  const before = book.facts.filter((fact) => fact.countsOn !== today);
  const salesOf = (facts: typeof book.facts) => summarise(memberId, facts)["sales.confirmed"] ?? 0;
  const salesFen = salesOf(book.facts) - salesOf(before);
  if (salesFen === 0) return null;
  const withToday = commissionOf(evaluate(assignments, book)).amountFen;
  const without = commissionOf(evaluate(assignments, { ...book, facts: before })).amountFen;
  return { salesFen, commissionFen: withToday - without };
}
