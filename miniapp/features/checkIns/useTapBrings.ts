import { type CheckInVerdict, isAccepted } from "@shared/domain/checkIn";
import type { Place } from "@/features/customers/places";
import { useCheckIns } from "./useCheckIns";

/** What a tap would bring: the verdict as far as this phone can say, that it makes good one in doubt, or that the day has counted this client. */
export type TapBrings = CheckInVerdict | "repeated" | "mends";

export function useTapBrings(chosen: Place | null): TapBrings {
  const ofDay = useCheckIns();
  if (!chosen) return "inside";
  const there = (ofDay.data?.items ?? []).filter((one) => one.customerId === chosen.customer.customerId);
  const accepted = there.filter((one) => isAccepted(one.verdict, one.review?.state ?? null));
  const brings = chosen.preview ?? "unverified";
  if (accepted.length === 0) return brings;
  const isInDoubt = accepted.every((one) => one.verdict === "doubtful" && one.review?.state !== "accepted");
  return isInDoubt && brings === "inside" ? "mends" : "repeated";
}
