import type { AnswerOf } from "@shared/contracts";
import { sumFen } from "@shared/domain/money";
import type { BusinessDay } from "@shared/domain/time";
import type { MonthSummary } from "../statements";

type Mine = NonNullable<AnswerOf<"today.read">["mine"]>;

/** A rep's day: how far, what it pays, what today added. Null for people without plan, sales and target. */
export function presentMine(summary: MonthSummary, today: BusinessDay, pending: Mine["pending"]): Mine | null {
  if (summary.isEmpty) return null;
  const { doneFen, targetFen, totals, commissionNowFen, commissionFen, ordersCount, effectiveVisitsCount } = summary;
  // Whatever is confirmed today prices the month again, so one priced on an earlier day has gained nothing today.
  const gain = summary.pricedOn === today ? summary.gain : null;
  const { estimatedFen, earnedFen, payableFen, paidFen } = totals;
  const monthFen = sumFen([estimatedFen, earnedFen, payableFen, paidFen]);
  return {
    doneFen,
    targetFen,
    totals,
    monthFen,
    nowFen: sumFen([earnedFen, payableFen, paidFen]),
    commissionNowFen,
    commissionFen,
    ...(summary.hasCommission === undefined ? {} : { hasCommission: summary.hasCommission }),
    commissionEstimatedFen: commissionFen - commissionNowFen,
    besidesFen: monthFen - commissionFen,
    ordersCount,
    effectiveVisitsCount,
    todayGain: gain && {
      salesFen: gain.salesFen,
      commissionFen: gain.commissionFen,
      otherFen: (gain.totalFen ?? gain.commissionFen) - gain.commissionFen,
    },
    pending,
  };
}
