import type { CheckInRecord } from "./checkInModel";
import { checkInsOfDay } from "./checkIns";
import type { ReviewRecord } from "./reviewModel";
import { type Evidence, evidenceOf, mayHaveReview, reviewsOf } from "./reviews";

/**
 * What a record at a check-in is judged by now, where that was in doubt: also that a better one of the day has made it good a moment ago.
 * Nothing is asked where it was not.
 */
export async function standingNow(checkIn: CheckInRecord): Promise<Evidence & { review: ReviewRecord | null }> {
  if (!mayHaveReview(checkIn)) return { state: null, otherId: null, insteadAt: null, review: null };
  const day = await checkInsOfDay(checkIn.memberId, checkIn.on);
  const reviews = await reviewsOf(day);
  return { ...evidenceOf(checkIn, day, reviews), review: reviews.get(checkIn._id) ?? null };
}
