import type { AnswerOf } from "@shared/contracts";
import { answeredSteps, type VisitType } from "@shared/domain/visitType";
import { type CheckInRecord, doubtsIn, presentAppeal, presentDecision, type ReviewRecord } from "../checkIns";
import { recordedOf, type VisitRecord } from "../visits";

export type ReviewView = AnswerOf<"reviews.read">["review"];

/** With why it is in doubt and what was written. Where exactly somebody stood is not shown: distance and accuracy say what matters. */
export function presentReview(
  review: ReviewRecord,
  {
    checkIn,
    visit,
    type,
    photoUrl,
  }: { checkIn: CheckInRecord; visit: VisitRecord | null; type: VisitType | null; photoUrl: string | null },
): ReviewView {
  const { memberId, memberName, customerName, on, verdict, state, answer, decision, appeal, revision } = review;
  const { siteName, radiusM } = checkIn;
  const distanceM = checkIn.distanceM ?? null;
  return {
    checkInId: review._id,
    rep: { memberId, name: memberName },
    customerName,
    on,
    checkedInAt: review.checkedInAt.toISOString(),
    verdict,
    state,
    decideUntil: review.decideUntil.toISOString(),
    isAnswered: answer !== null && answer !== undefined,
    answer: answer ? { text: answer.text, photoUrl, at: answer.at.toISOString() } : null,
    doubts: doubtsIn(checkIn),
    siteName,
    // Whole meters: more would say where exactly somebody stood.
    distanceM: distanceM === null ? null : Math.round(distanceM),
    accuracyM: checkIn.accuracyM ?? null,
    radiusM,
    // Written from the same contract's list.
    record: visit && {
      purpose: visit.purpose as NonNullable<ReviewView["record"]>["purpose"],
      peopleMet: visit.peopleMet ?? null,
      text: visit.record,
      typeName: type?.name ?? "",
      answers: type ? answeredSteps(type, recordedOf(visit).answers) : [],
    },
    decision: decision ? presentDecision(decision) : null,
    appeal: appeal ? presentAppeal(appeal) : null,
    revision,
  };
}
