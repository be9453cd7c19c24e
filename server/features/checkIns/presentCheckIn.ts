import type { CheckInView } from "@shared/contracts";
import { recordWindowMs } from "@shared/domain/visit";
import type { CheckInRecord } from "./checkInModel";

/** A check-in as its rep sees it. The position itself is not shown: distance and accuracy say what matters. */
export function presentCheckIn(checkIn: CheckInRecord): CheckInView {
  return {
    checkInId: checkIn._id,
    customerId: checkIn.customerId,
    customerName: checkIn.customerName,
    siteId: checkIn.siteId,
    siteName: checkIn.siteName,
    verdict: checkIn.verdict,
    // Whole meters: more would say where exactly somebody stood.
    distanceM: checkIn.distanceM === null || checkIn.distanceM === undefined ? null : Math.round(checkIn.distanceM),
    accuracyM: checkIn.accuracyM ?? null,
    radiusM: checkIn.radiusM,
    checkedInAt: checkIn.checkedInAt.toISOString(),
    on: checkIn.on,
    visitId: checkIn.visitId ?? null,
    recordUntil: new Date(checkIn.checkedInAt.getTime() + recordWindowMs).toISOString(),
    repeatedOnDay: checkIn.repeatedOnDay,
  };
}
