import { isInDoubt, type ReviewState } from "@shared/domain/checkIn";
import type { CheckInRecord } from "./checkInModel";
import { checkInsOfDay } from "./checkIns";
import type { ReviewRecord } from "./reviewModel";
import { reviewsOf, standingOf } from "./reviews";

/**
 * What has come of a check-in by now, where it was in doubt: also that a better one of the day has made it good a moment ago. Nothing
 * is asked where it was not.
 */
export async function standingNow(
  checkIn: CheckInRecord,
): Promise<{ state: ReviewState | null; review: ReviewRecord | null }> {
  if (!isInDoubt(checkIn.verdict)) return { state: null, review: null };
  const day = await checkInsOfDay(checkIn.memberId, checkIn.on);
  const reviews = await reviewsOf(day);
  const review = reviews.get(checkIn._id) ?? null;
  const isMended = standingOf(day, reviews).mendedBy.has(checkIn._id);
  return { state: isMended ? "mended" : (review?.state ?? null), review };
}
