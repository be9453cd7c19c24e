import type { ReviewState } from "@shared/domain/checkIn";
import { stateBy } from "@shared/domain/checkInReview";
import { isUnrecorded, recordWindowMs } from "@shared/domain/visit";
import { type ReviewRecord, tiesOfDays } from "../checkIns";
import { completeSince } from "../visits";

type Waiting = Pick<ReviewRecord, "memberId" | "on" | "customerId" | "verdict" | "checkedInAt">;

/**
 * Those of these of which a visit can come no more, whatever is decided: of their day at that client nothing was written in time, or not all
 * that its type asks for. Nothing is read of those whose time is not over.
 * @param now business time
 */
export async function unrecordedAmong<Review extends Waiting>(
  reviews: readonly Review[],
  now: Date,
): Promise<Review[]> {
  const over = reviews.filter((review) => isUnrecorded({ ...review, isRecorded: false }, now));
  if (over.length === 0) return [];
  const made = await tiesOfDays(over);
  const complete = await completeSince(made.flatMap(({ visitId }) => visitId ?? []));
  const isInTime = (review: Review, { _id, checkedInAt }: (typeof made)[number]): boolean => {
    const at = complete.get(_id);
    // What was written at one counts for another of its day, where it is in time for that.
    const since = Math.max(checkedInAt.getTime(), review.checkedInAt.getTime());
    return at ? at.getTime() <= since + recordWindowMs : false;
  };
  return over.filter((review) => {
    const there = made.filter(
      ({ memberId, on, customerId }) =>
        memberId === review.memberId && on === review.on && customerId === review.customerId,
    );
    return !there.some((one) => isInTime(review, one));
  });
}

/** What has become of a review by now, though what ends it comes by the hour. */
export async function stateNow(
  review: Waiting & Pick<ReviewRecord, "state" | "decideUntil">,
  now: Date,
): Promise<ReviewState> {
  const isOver = review.state === "open" && (await unrecordedAmong([review], now)).length > 0;
  return isOver ? "unrecorded" : stateBy(review, now);
}
