import type { ClientSession } from "mongoose";
import { isInDoubt } from "@shared/domain/checkIn";
import { addDays, businessDayOf } from "@shared/domain/time";
import { inTransaction, onEnded } from "../../db";
import type { Deps } from "../../deps";
import { emitAll, emitOnce, type EventHandler } from "../../outbox";
import {
  askedAnew,
  changeReview,
  checkInBettered,
  type CheckInBettered,
  checkInDoubted,
  type CheckInRecord,
  checkInsOfDay,
  doubtsNow,
  insertReview,
  openReview,
  pageOfOpenReviews,
  type ReviewRecord,
  reviewsOf,
  standingOf,
} from "../checkIns";
import type { BookingDeps } from "../statements";
import { rejudgeVisit, type Rejudged } from "../visits";

/**
 * Judges a day at a customer anew. Better evidence makes good what was in doubt; what counted by evidence that somebody has rejected is
 * put before whoever decides again, and so is a repeat that stands by itself now. The visits follow.
 */
export const mendReviews: EventHandler<CheckInBettered, BookingDeps> = async (bettered, delivery, deps) => {
  const { memberId, customerId, on } = bettered;
  const day = await checkInsOfDay(memberId, on);
  const reviews = await reviewsOf(day);
  const now = deps.clock.now();
  const changes = changesOfDay(day, reviews, customerId, now);
  const rejudged = await rejudgedOfDay(deps, day, { customerId, reviews, changes });
  // The day is free from then on: another of its visits may count.
  const isFreed = rejudged.some(({ effective }) => !effective);
  const again = checkInBettered.of({
    payload: bettered,
    partition: `checkIn:${bettered.checkInId}`,
    cause: `${delivery.eventId}:freed`,
  });
  return {
    write: async (session) => {
      for (const change of changes.values()) await change.write(session);
      for (const one of rejudged) await one.write(session);
      const asked = [...changes].filter(([, { review }]) => review.state === "open").map(([, one]) => one.review);
      await emitAll([...asked.map(doubted), ...(isFreed ? [again] : [])], session, deps.realNow());
      onEnded(session, () => doubtsNow(deps).forget(memberId));
    },
  };
};

interface Change {
  /** As it is from now on. */
  review: ReviewRecord;
  write(session: ClientSession): Promise<void>;
}

function changesOfDay(
  day: readonly CheckInRecord[],
  reviews: ReadonlyMap<string, ReviewRecord>,
  customerId: string,
  now: Date,
): Map<string, Change> {
  const { mendedBy, repeats } = standingOf(day, reviews);
  const known = [...reviews.values()][0];
  const changes = new Map<string, Change>();
  for (const checkIn of day.filter((one) => one.customerId === customerId && isInDoubt(one.verdict))) {
    const { _id } = checkIn;
    const [review, mendedById] = [reviews.get(_id), mendedBy.get(_id)];
    const change = (from: ReviewRecord, set: Partial<ReviewRecord>) =>
      changes.set(_id, {
        review: { ...from, ...set, revision: from.revision + 1 },
        write: (session) => changeReview(from, set, session),
      });
    if (review?.state === "open" && mendedById !== undefined) change(review, { state: "mended", mendedById });
    if (review?.state === "mended" && mendedById === undefined && !repeats.has(_id))
      change(review, { ...askedAnew(_id, now), mendedById: null });
    if (!review && known && mendedById === undefined && !repeats.has(_id)) {
      const opened = openReview(checkIn, { name: known.memberName, teamId: known.teamId }, now);
      changes.set(_id, { review: opened, write: (session) => insertReview(opened, session) });
    }
  }
  return changes;
}

/** At most one of them begins to count, and none where another counts no more: one booking at a time. */
async function rejudgedOfDay(
  deps: BookingDeps,
  day: readonly CheckInRecord[],
  about: { customerId: string; reviews: ReadonlyMap<string, ReviewRecord>; changes: ReadonlyMap<string, Change> },
): Promise<Rejudged[]> {
  const { customerId, reviews, changes } = about;
  const { mendedBy } = standingOf(day, reviews);
  const found: Rejudged[] = [];
  let isDayCounted = false;
  for (const checkIn of day.filter((one) => one.customerId === customerId && one.visitId).toReversed()) {
    const review = changes.get(checkIn._id)?.review ?? reviews.get(checkIn._id);
    const state = mendedBy.has(checkIn._id) ? "mended" : (review?.state ?? null);
    const rejudged = await rejudgeVisit(deps, checkIn, state, { isDayCounted });
    isDayCounted ||= rejudged?.effective === true;
    if (rejudged) found.push(rejudged);
  }
  return found;
}

const doubted = ({ _id, revision }: ReviewRecord) =>
  checkInDoubted.of({
    payload: { checkInId: _id },
    partition: `checkIn:${_id}`,
    cause: `checkIn:${_id}:${revision}`,
  });

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
