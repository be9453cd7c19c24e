import type { CheckInVerdict } from "@shared/domain/checkIn";
import { serverNow } from "@/api/serverClock";
import type { Place } from "@/features/customers/places";
import { nextTap } from "./dayStanding";
import { useCheckIns } from "./useCheckIns";

/** What a tap would bring: the verdict as far as this phone can say, that it makes good one in doubt, or that the day has counted this client. */
export type TapBrings = CheckInVerdict | "repeated" | "mends";

export function useTapBrings(chosen: Place | null): TapBrings {
  const ofDay = useCheckIns();
  if (!chosen) return "inside";
  const verdict = chosen.preview ?? "unverified";
  const { customerId } = chosen.customer;
  return nextTap(ofDay.data?.items ?? [], { customerId, verdict, at: serverNow() }) ?? verdict;
}
