import type { CheckInVerdict } from "@shared/domain/checkIn";
import { serverNow } from "@/api/serverClock";
import type { Place } from "@/features/customers/places";
import { nextTap } from "./dayStanding";
import { useCheckIns } from "./useCheckIns";

/** What a tap would bring: the verdict as far as this phone can say, that it makes good one in doubt, or that the day has counted this client. */
export type TapBrings = CheckInVerdict | "repeated" | "mends";

/** As the place is chosen. @param hasPhoto one was taken for this tap */
export const previewOf = (place: Place, hasPhoto: boolean): CheckInVerdict =>
  (hasPhoto ? place.previewWithPhoto : place.preview) ?? "unverified";

/** @param hasPhoto one was taken for this tap */
export function useTapBrings(chosen: Place | null, hasPhoto: boolean): TapBrings {
  const ofDay = useCheckIns();
  if (!chosen) return "inside";
  const verdict = previewOf(chosen, hasPhoto);
  const { customerId } = chosen.customer;
  return nextTap(ofDay.data?.items ?? [], { customerId, verdict, at: serverNow() }) ?? verdict;
}
