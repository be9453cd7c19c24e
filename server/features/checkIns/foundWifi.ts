import type { BodyOf } from "@shared/contracts";
import { isRejected } from "@shared/domain/checkIn";
import type { BusinessDay } from "@shared/domain/time";
import { type Wifi, type WifiFinding, wifiFindingOf, wifiWorth } from "@shared/domain/wifi";
import type { CheckInRecord } from "./checkInModel";
import { tracesUpTo, withEvidenceAt } from "./checkIns";
import { reviewsOf } from "./reviews";

const fields = {
  ...{ memberId: 1, on: 1, customerId: 1, siteId: 1, verdict: 1, signals: 1 },
  ...{ distanceM: 1, radiusM: 1, fix: 1, wifi: 1 },
};

/** What is worth keeping of the network that a phone has told; null where nothing is. */
export const wifiOf = (body: Pick<BodyOf<"checkIns.create">, "wifi">): Wifi | null =>
  body.wifi === undefined ? null : wifiWorth(body.wifi);

/**
 * Whether a network is known at a place by earlier check-ins, of anybody: those inside that nobody has rejected, and those within its radius
 * that somebody has accepted. Where the member's own of the last two weeks had it elsewhere, it goes where they go. Nothing is kept of it
 * beside the check-ins, so that what was learned goes with what it was learned from.
 */
export async function foundWifi(
  { bssid }: Wifi,
  { memberId, on, customerId, siteId }: Pick<CheckInRecord, "memberId" | "customerId" | "siteId"> & { on: BusinessDay },
): Promise<WifiFinding> {
  const [there, own] = await Promise.all([withEvidenceAt(customerId, fields), tracesUpTo(memberId, on)]);
  const elsewhere = own.filter((one) => one.customerId !== customerId);
  const found = [...there, ...elsewhere].filter((one) => one.wifi?.bssid === bssid);
  const reviews = await reviewsOf(found);
  const isProof = ({ _id, verdict, distanceM, radiusM }: CheckInRecord) => {
    const state = reviews.get(_id)?.state ?? null;
    return verdict === "inside"
      ? !isRejected(state)
      : state === "accepted" && typeof distanceM === "number" && distanceM <= radiusM;
  };
  return wifiFindingOf(
    found.filter(isProof).map((one) => ({
      memberId: one.memberId,
      on: one.on,
      isHere: one.customerId === customerId && one.siteId === siteId,
      fix: one.fix ? { ...one.fix, accuracyM: one.fix.accuracyM ?? null } : null,
    })),
  );
}
