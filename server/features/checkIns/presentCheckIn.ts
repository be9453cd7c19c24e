import type { CheckInView } from "@shared/contracts";
import { repeatsOfDay } from "@shared/domain/checkIn";
import { recordWindowMs } from "@shared/domain/visit";
import type { CommandPart } from "../../db";
import type { CheckInRecord } from "./checkInModel";

/** The check-ins of a day, with which of them repeat another. */
export function presentDay(checkIns: readonly CheckInRecord[]): CheckInView[] {
  const views = checkIns.map(presentCheckIn);
  const repeats = repeatsOfDay(views);
  return views.map((view) => ({ ...view, repeatedOnDay: repeats.has(view.checkInId) }));
}

/** A check-in as its rep sees it. The position itself is not shown: distance and accuracy say what matters. */
export function presentCheckIn(checkIn: Omit<CheckInRecord, CommandPart> & { _id: string }): CheckInView {
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
    repeatedOnDay: null,
  };
}
