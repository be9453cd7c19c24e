import { useQueue } from "@/features/queue/useQueue";
import { amongDay } from "./dayStanding";
import type { TapResult } from "./useCheckIn";
import { useCheckIns } from "./useCheckIns";

/** A tap as it stands now: one that has waited is told with the server's verdict as soon as it has arrived; null once it was dropped. */
export function useTapResult(tapped: TapResult | null): TapResult | null {
  const ofDay = useCheckIns(tapped?.checkIn.on);
  const entries = useQueue();
  if (!tapped || tapped.kept === "arrived") return tapped;
  const { checkInId } = tapped.checkIn;
  const items = ofDay.data?.items ?? [];
  const waits = entries.some(({ owner, commandId }) => `${owner}:${commandId}` === checkInId);
  if (waits) return tapped;
  const arrived = items.find((item) => item.checkInId === checkInId);
  return arrived ? { checkIn: amongDay(arrived, items), kept: "arrived" } : null;
}
