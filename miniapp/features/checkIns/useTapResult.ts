import { needsPerson } from "@shared/domain/commandQueue";
import { useQueue } from "@/features/queue/useQueue";
import { amongDay } from "./dayStanding";
import type { TapResult } from "./useCheckIn";
import { useCheckIns } from "./useCheckIns";

/**
 * A tap as it stands now among those of its day: one that has waited is told with the server's verdict as soon as it has arrived; null once
 * it was dropped.
 */
export function useTapResult(tapped: TapResult | null): TapResult | null {
  const ofDay = useCheckIns(tapped?.checkIn.on);
  const entries = useQueue();
  if (!tapped || tapped.kept === "arrived") return tapped;
  const { checkInId } = tapped.checkIn;
  const items = ofDay.data?.items ?? [];
  const entry = entries.find(({ owner, commandId }) => `${owner}:${commandId}` === checkInId);
  const listed = items.find((item) => item.checkInId === checkInId);
  if (entry) {
    const kept = needsPerson(entry.look) ? "needsYou" : tapped.kept;
    return { ...tapped, kept, checkIn: listed ?? tapped.checkIn };
  }
  return listed ? { ...tapped, checkIn: amongDay(listed, items), kept: "arrived" } : null;
}
