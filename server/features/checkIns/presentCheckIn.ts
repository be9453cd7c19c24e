import type { CheckInView, SignalsView } from "@shared/contracts";
import { counterOfFar } from "@shared/domain/checkIn";
import { type Doubt, doubtsOf } from "@shared/domain/checkInReview";
import { seenByOthersFrom, trustRules, trustScore } from "@shared/domain/trust";
import { recordWindowMs } from "@shared/domain/visit";
import type { CheckInRecord } from "./checkInModel";
import { appealUntil } from "./appealUntil";
import type { ReviewRecord } from "./reviewModel";
import { type CheckInFields, evidenceOf, isAskedAbout, standingOf } from "./reviews";

/** The check-ins of a day, with which of them repeat another, and which a better one has made good. */
export function presentDay(
  checkIns: readonly CheckInRecord[],
  reviews: ReadonlyMap<string, ReviewRecord>,
): CheckInView[] {
  const standing = standingOf(checkIns, reviews);
  const { repeats, mendedBy, counts } = standing;
  // A record that was written at one in doubt belongs to the one that counts in its place.
  const visitIds = new Map(
    checkIns.flatMap((checkIn) => {
      const { visitId } = checkIn;
      const { otherId } = evidenceOf(checkIn, checkIns, reviews);
      return otherId && visitId ? [[otherId, visitId] as const] : [];
    }),
  );
  return checkIns.map((checkIn) => {
    const review = reviews.get(checkIn._id) ?? null;
    const view = presentCheckIn(checkIn, review);
    // What became of a second look that nobody had to take.
    const insteadId = review?.state === "rejected" ? (review.mendedById ?? null) : null;
    return {
      ...view,
      // Nobody has to look again at what was rejected where the day counts by another one.
      ...(view.review && counts.has(checkIn.customerId) && { review: { ...view.review, appealUntil: null } }),
      visitId: view.visitId ?? visitIds.get(checkIn._id) ?? null,
      repeatedOnDay: repeats.has(checkIn._id),
      mendedById:
        mendedBy.get(checkIn._id) ?? insteadId ?? counterOfFar({ ...checkIn, review: review?.state ?? null }, standing),
    };
  });
}

/** A check-in as its rep sees it. The position itself is not shown: distance and accuracy say what matters. */
export function presentCheckIn(checkIn: CheckInFields, review: ReviewRecord | null = null): CheckInView {
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
    hasPhoto: (checkIn.photoId ?? null) !== null,
    qrFinding: checkIn.qrFinding ?? null,
    wifiFinding: checkIn.wifiFinding ?? null,
    leftAt: checkIn.leftAt?.toISOString() ?? null,
    visitId: checkIn.visitId ?? null,
    recordUntil: new Date(checkIn.checkedInAt.getTime() + recordWindowMs).toISOString(),
    repeatedOnDay: null,
    mendedById: review?.mendedById ?? null,
    // One that is inside counts while somebody is asked about its signals, and when nobody has decided: there is nothing in doubt.
    review: review && (checkIn.verdict !== "inside" || review.decision) ? presentReviewState(checkIn, review) : null,
    signals: presentOwnSignals(checkIn, review),
  };
}

/** What there is to ask about a check-in, with what that comes to. */
export const presentSignals = ({
  signals,
  signalsAt,
}: Pick<CheckInFields, "signals" | "signalsAt">): SignalsView | null =>
  signalsAt && signals && signals.length > 0
    ? {
        items: signals.map(({ kind, value, limit, apart }) => ({ kind, value, limit, apart: apart ?? null })),
        ...{ score: trustScore(signals), askedFrom: trustRules.askedFrom, foundAt: signalsAt.toISOString() },
      }
    : null;

/** With who sees it and from when on, and where to say something about it. */
function presentOwnSignals(checkIn: CheckInFields, review: ReviewRecord | null): CheckInView["signals"] {
  const { signalsAt } = checkIn;
  const view = presentSignals(checkIn);
  if (!view || !signalsAt) return null;
  const isAsked = review !== null || isAskedAbout(checkIn);
  const seenFrom = isAsked ? seenByOthersFrom(signalsAt, review?.answer?.at ?? null) : null;
  const mayAnswer = isAsked && checkIn.verdict === "inside" && (review === null || review.state === "open");
  return {
    ...view,
    leaderSeesFrom: seenFrom?.toISOString() ?? null,
    answer: review?.answer?.text ?? null,
    mayAnswer,
    revision: review?.revision ?? 0,
  };
}

function presentReviewState(checkIn: CheckInFields, review: ReviewRecord): NonNullable<CheckInView["review"]> {
  const { state, decideUntil, answer, decision, decisionBefore, appeal, revision } = review;
  return {
    state,
    doubts: doubtsIn(checkIn),
    decideUntil: decideUntil.toISOString(),
    answer: answer?.text ?? null,
    hasPhoto: (answer?.photoId ?? null) !== null,
    decision: decision ? presentDecision(decision) : null,
    decisionBefore: decisionBefore ? presentDecision(decisionBefore) : null,
    appeal: appeal ? presentAppeal(appeal) : null,
    appealUntil: appealUntil(review)?.toISOString() ?? null,
    revision,
  };
}

export const presentDecision = ({ byName, insteadOfName, reason, at }: NonNullable<ReviewRecord["decision"]>) => ({
  byName,
  insteadOfName: insteadOfName ?? null,
  reason,
  at: at.toISOString(),
});

export const presentAppeal = ({ text, at, first }: NonNullable<ReviewRecord["appeal"]>) => ({
  text,
  at: at.toISOString(),
  first: presentDecision(first),
});

/** Why it is in doubt. */
export function doubtsIn(checkIn: CheckInFields): Doubt[] {
  const { radiusM, fix, timeKind, tappedAt, checkedInAt, receivedAt } = checkIn;
  const place = { distanceM: checkIn.distanceM ?? null, accuracyM: checkIn.accuracyM ?? null, radiusM };
  // Older ones do not say of what kind an erased fix was; that there was one, what was measured of it says.
  const wasFixed = place.distanceM !== null || place.accuracyM !== null;
  const fixKind = fix?.kind ?? checkIn.fixKind ?? (wasFixed ? "live" : null);
  return doubtsOf({ ...place, fixKind, timeKind, tappedAt, checkedInAt, receivedAt });
}
