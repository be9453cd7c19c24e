import { type Closing, closingStageOf } from "@shared/domain/period";
import { useMe } from "@/features/session/useMe";
import { serverNow } from "@/features/time";

/**
 * Null as long as the month is not known.
 * @param isClosed what the month's own page says, which may be of a month that `me.read` tells nothing of
 */
export function useClosing(period: string, isClosed = false): Closing | null {
  const closing = useMe().data?.closing;
  if (period === "") return null;
  const known = closing?.months.find((month) => month.period === period);
  const cutOffAt = known ? new Date(known.cutOffAt) : null;
  const standing = known && cutOffAt ? { state: isClosed ? ("closed" as const) : known.state, cutOffAt } : null;
  const stage = isClosed ? "closed" : closingStageOf(period, standing, serverNow());
  return { stage, cutOffAt, byNames: closing?.byNames ?? null };
}
