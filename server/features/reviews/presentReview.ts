import type { AnswerOf } from "@shared/contracts";
import { seenByOthersFrom } from "@shared/domain/trust";
import { answeredSteps, type VisitType } from "@shared/domain/visitType";
import type { Deps } from "../../deps";
import { photoLink } from "../../files";
import {
  type CheckInRecord,
  doubtsIn,
  presentAppeal,
  presentDecision,
  presentSignals,
  type ReviewRecord,
} from "../checkIns";
import { recordedOf, type VisitRecord } from "../visits";

export type ReviewView = AnswerOf<"reviews.read">["review"];

/** Where its photos can be looked at; null where there is none. */
export interface ReviewPhotos {
  tapUrl: string | null;
  answerUrl: string | null;
}

export async function photosOf(
  deps: Pick<Deps, "realNow">,
  { answer }: Pick<ReviewRecord, "answer">,
  { photoId }: Pick<CheckInRecord, "photoId">,
): Promise<ReviewPhotos> {
  const [tapUrl, answerUrl] = await Promise.all([
    photoLink(deps, photoId ?? null),
    photoLink(deps, answer?.photoId ?? null),
  ]);
  return { tapUrl, answerUrl };
}

/** With why it is in doubt and what was written. Where exactly somebody stood is not shown: distance and accuracy say what matters. */
export function presentReview(
  review: ReviewRecord,
  {
    checkIn,
    state,
    visit,
    type,
    photos,
    now,
  }: {
    checkIn: CheckInRecord;
    /** By now. */
    state: ReviewRecord["state"];
    visit: VisitRecord | null;
    type: VisitType | null;
    photos: ReviewPhotos;
    /** Business time. */
    now: Date;
  },
): ReviewView {
  const { memberId, memberName, customerName, on, verdict, answer, decision, appeal, revision } = review;
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
    answer: answer ? { text: answer.text, photoUrl: photos.answerUrl, at: answer.at.toISOString() } : null,
    tapPhotoUrl: photos.tapUrl,
    qrFinding: checkIn.qrFinding ?? null,
    wifiFinding: checkIn.wifiFinding ?? null,
    doubts: doubtsIn(checkIn),
    signals: signalsSeen(checkIn, review, now),
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

/** Its rep sees them first. */
function signalsSeen(checkIn: CheckInRecord, { answer }: ReviewRecord, now: Date): ReviewView["signals"] {
  const { signalsAt } = checkIn;
  if (!signalsAt || now < seenByOthersFrom(signalsAt, answer?.at ?? null)) return null;
  return presentSignals(checkIn);
}
