import type { ClientSession } from "mongoose";
import { addDays, businessDayOf } from "@shared/domain/time";
import { inTransaction, onEnded } from "../../db";
import type { Deps } from "../../deps";
import { emitOnce, type EventHandler } from "../../outbox";
import {
  changeReview,
  checkInBettered,
  type CheckInBettered,
  checkInsOfDay,
  doubtsNow,
  pageOfOpenReviews,
  type ReviewRecord,
  reviewsOf,
  standingOf,
} from "../checkIns";
import type { BookingDeps } from "../statements";
import { rejudgeVisit } from "../visits";

/** Better evidence of the same day makes good what was in doubt: nobody has to decide on it, and its visit counts. */
export const mendReviews: EventHandler<CheckInBettered, BookingDeps> = async (bettered, _delivery, deps) => {
  const { memberId, customerId, on } = bettered;
  const day = await checkInsOfDay(memberId, on);
  const reviews = await reviewsOf(day);
  const { mendedBy } = standingOf(day, reviews);
  const writes: ((session: ClientSession) => Promise<void>)[] = [];
  let isDayCounted = false;
  for (const checkIn of day.filter((one) => one.customerId === customerId)) {
    const [review, mendedById] = [reviews.get(checkIn._id), mendedBy.get(checkIn._id)];
    if (review?.state !== "open" || mendedById === undefined) continue;
    const rejudged = await rejudgeVisit(deps, checkIn, "mended", { isDayCounted });
    isDayCounted ||= rejudged?.effective === true;
    writes.push(async (session) => {
      await changeReview(review, { state: "mended", mendedById }, session);
      await rejudged?.write(session);
    });
  }
  return {
    write: async (session) => {
      for (const write of writes) await write(session);
      onEnded(session, () => doubtsNow(deps).forget(memberId));
    },
  };
};

/** Two taps that came to two processes within seconds may not have known of each other: the days of which that is so are mended again. */
export async function mendAgain(
  { at, runId }: { at: Date; runId: string },
  deps: Pick<Deps, "realNow">,
): Promise<void> {
  const since = addDays(businessDayOf(at), -1);
  for (let after: string | null = null; ;) {
    const page = await pageOfOpenReviews(after);
    for (const review of page.reviews.filter(({ on }) => on >= since)) await mendDayOf(review, runId, deps);
    if (page.next === null) return;
    after = page.next;
  }
}

async function mendDayOf(review: ReviewRecord, runId: string, { realNow }: Pick<Deps, "realNow">): Promise<void> {
  const { _id, memberId, customerId, on } = review;
  const day = await checkInsOfDay(memberId, on);
  const mendedById = standingOf(day, await reviewsOf(day)).mendedBy.get(_id);
  if (mendedById === undefined) return;
  const payload = { checkInId: mendedById, memberId, customerId, on };
  const event = checkInBettered.of({ payload, partition: `checkIn:${mendedById}`, cause: `${runId}:${_id}` });
  await inTransaction((session) => emitOnce(event, session, realNow()));
}
