import type { AnswerOf, EarlierRecordView, FootstepView, VisitView } from "@shared/contracts";
import { type Evidence, presentCheckIn, type CheckInRecord, type ReviewRecord } from "../checkIns";
import type { VisitRecord, VisitVersionRecord } from "./visitModel";
import { recordedOf, versionOf } from "./visitVersions";

/** A visit as its rep sees it. @param otherId the check-in of the day that its own is looked at with, or that counts in its place */
export function presentVisit(
  visit: VisitRecord,
  checkIn: CheckInRecord,
  { state, otherId, review }: Pick<Evidence, "state" | "otherId"> & { review: ReviewRecord | null },
): VisitView {
  return {
    visitId: visit._id,
    customerId: visit.customerId,
    customerName: visit.customerName,
    ...presentRecorded(visit),
    recordedAt: visit.recordedAt.toISOString(),
    version: versionOf(visit),
    correctedAt: visit.correctedAt?.toISOString() ?? null,
    on: visit.on,
    effective: visit.effective,
    reason: (visit.reason ?? null) as VisitView["reason"],
    checkIn: {
      ...presentCheckIn(checkIn, review),
      mendedById: state === "mended" || visit.effective ? otherId : null,
    },
    revision: visit.revision,
  };
}

/** What a record said before it was corrected. */
export const presentVersion = (earlier: VisitVersionRecord): AnswerOf<"visits.read">["earlier"][number] => ({
  version: earlier.version,
  ...presentRecorded(earlier),
  writtenAt: earlier.writtenAt.toISOString(),
});

function presentRecorded(stored: VisitRecord | VisitVersionRecord) {
  const recorded = recordedOf(stored);
  // Written from the same contract's list.
  return { ...recorded, purpose: recorded.purpose as VisitView["purpose"] };
}

/** A visit as a footstep behind a sale. */
export function presentFootstep(
  visit: VisitRecord,
  checkIn: CheckInRecord,
  { review, earlierRecords }: { review: ReviewRecord | null; earlierRecords: EarlierRecordView[] },
): FootstepView {
  const { _id: visitId, memberId, on, record } = visit;
  return { visitId, memberId, on, record, earlierRecords, checkIn: presentCheckIn(checkIn, review) };
}
