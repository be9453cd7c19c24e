import type { AnswerOf, EarlierRecordView, FootstepView, VisitView } from "@shared/contracts";
import { answeredSteps, type StepAnswer, type VisitType } from "@shared/domain/visitType";
import { type Evidence, presentCheckIn, type CheckInRecord, type ReviewRecord } from "../checkIns";
import { presentVisitType } from "../visitTypes";
import { outcomeOf } from "./outcomes";
import type { VisitRecord, VisitVersionRecord } from "./visitModel";
import { recordedOf, versionOf } from "./visitVersions";

/** A visit as its rep sees it. @param type of its record @param otherId the check-in of the day that its own is looked at with, or that counts in its place */
export function presentVisit(
  visit: VisitRecord,
  type: VisitType,
  checkIn: CheckInRecord,
  { state, otherId, review }: Pick<Evidence, "state" | "otherId"> & { review: ReviewRecord | null },
): VisitView {
  return {
    visitId: visit._id,
    customerId: visit.customerId,
    customerName: visit.customerName,
    ...presentRecorded(visit, type),
    recordedAt: visit.recordedAt.toISOString(),
    version: versionOf(visit),
    correctedAt: visit.correctedAt?.toISOString() ?? null,
    on: visit.on,
    ...outcomeOf(visit),
    checkIn: {
      ...presentCheckIn(checkIn, review),
      mendedById: state === "mended" || visit.effective ? otherId : null,
    },
    revision: visit.revision,
  };
}

/** What a record said before it was corrected. */
export const presentVersion = (
  earlier: VisitVersionRecord,
  type: VisitType,
): AnswerOf<"visits.read">["earlier"][number] => ({
  version: earlier.version,
  ...presentRecorded(earlier, type),
  writtenAt: earlier.writtenAt.toISOString(),
});

function presentRecorded(stored: VisitRecord | VisitVersionRecord, type: VisitType) {
  const { purpose, peopleMet, record, nextStep, answers, voice, met = [] } = recordedOf(stored);
  return {
    // Written from the same contract's list.
    purpose: purpose as VisitView["purpose"],
    ...{ peopleMet, record, nextStep },
    voice: voice ?? null,
    ...(met.length > 0 && { met: [...met] }),
    type: presentVisitType(type),
    answers: answers.map(presentAnswer),
  };
}

const presentAnswer = ({ stepId, value, files, counts }: StepAnswer): VisitView["answers"][number] => ({
  ...{ stepId, value },
  ...(files && { files: [...files] }),
  ...(counts && { counts: [...counts] }),
});

/** A visit as a footstep behind a sale. */
export function presentFootstep(
  visit: VisitRecord,
  checkIn: CheckInRecord,
  {
    type,
    review,
    earlierRecords,
  }: { type: VisitType; review: ReviewRecord | null; earlierRecords: EarlierRecordView[] },
): FootstepView {
  const { _id: visitId, memberId, on, record } = visit;
  const answers = answeredSteps(type, recordedOf(visit).answers);
  return { visitId, memberId, on, record, answers, earlierRecords, checkIn: presentCheckIn(checkIn, review) };
}
