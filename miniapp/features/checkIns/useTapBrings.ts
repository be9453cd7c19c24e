import { type CheckInVerdict, isAccepted } from "@shared/domain/checkIn";
import type { Place } from "@/features/customers/places";
import { useCheckIns } from "./useCheckIns";

/** What a tap would bring: the verdict as far as this phone can say, or that the day has counted this client already. */
export type TapBrings = CheckInVerdict | "repeated";

export function useTapBrings(chosen: Place | null): TapBrings {
  const ofDay = useCheckIns();
  if (!chosen) return "inside";
  const counted = (ofDay.data?.items ?? []).some(
    (one) => one.customerId === chosen.customer.customerId && isAccepted(one.verdict),
  );
  return counted ? "repeated" : (chosen.preview ?? "unverified");
}
