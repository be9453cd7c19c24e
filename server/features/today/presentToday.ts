import type { AnswerOf } from "@shared/contracts";
import type { BusinessDay } from "@shared/domain/time";
import type { MonthSummary } from "../statements";

type Mine = NonNullable<AnswerOf<"today.read">["mine"]>;

/** A rep's day: how far, what it pays, what today added. Null for people without plan, sales and target. */
export function presentMine(summary: MonthSummary, today: BusinessDay, pending: Mine["pending"]): Mine | null {
  if (summary.isEmpty) return null;
  const { doneFen, targetFen, totals, commissionNowFen, commissionFen, ordersCount, effectiveVisitsCount } = summary;
  // Whatever is confirmed today prices the month again, so one priced on an earlier day has gained nothing today.
  const todayGain = summary.pricedOn === today ? summary.gain : null;
  return {
    doneFen,
    targetFen,
    totals,
    commissionNowFen,
    commissionFen,
    ordersCount,
    effectiveVisitsCount,
    todayGain,
    pending,
  };
}
