import type { BodyOf } from "@shared/contracts";
import { isRejected } from "@shared/domain/checkIn";
import { type Wifi, type WifiFinding, wifiFindingOf, wifiWorth } from "@shared/domain/wifi";
import { CheckInModel, type CheckInRecord } from "./checkInModel";
import { reviewsOf } from "./reviews";

/** The newest ones say enough, and older ones have been erased. */
const usesMax = 100;

/** What is worth keeping of the network that a phone has told; null where nothing is. */
export const wifiOf = (body: Pick<BodyOf<"checkIns.create">, "wifi">): Wifi | null =>
  body.wifi === undefined ? null : wifiWorth(body.wifi);

/**
 * Whether a network is known at a place by earlier check-ins, of anybody: those inside that nobody has rejected, and those within its radius that somebody
 * has accepted. Nothing is kept of it beside them, so that what was learned goes with what it was learned from.
 */
export async function foundWifi({ bssid }: Wifi, place: { customerId: string; siteId: string }): Promise<WifiFinding> {
  const found = await CheckInModel.find({ "wifi.bssid": bssid })
    .sort({ checkedInAt: -1 })
    .limit(usesMax)
    .lean<CheckInRecord[]>();
  const reviews = await reviewsOf(found);
  const isProof = ({ _id, verdict, distanceM, radiusM }: CheckInRecord) => {
    const state = reviews.get(_id)?.state ?? null;
    return verdict === "inside"
      ? !isRejected(state)
      : state === "accepted" && typeof distanceM === "number" && distanceM <= radiusM;
  };
  return wifiFindingOf(
    found.filter(isProof).map(({ memberId, on, customerId, siteId, fix }) => ({
      memberId,
      on,
      isHere: customerId === place.customerId && siteId === place.siteId,
      fix: fix ? { ...fix, accuracyM: fix.accuracyM ?? null } : null,
    })),
  );
}
