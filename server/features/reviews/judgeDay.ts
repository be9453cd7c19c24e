import type { ClientSession } from "mongoose";
import { isInDoubt, isPutToSomebody } from "@shared/domain/checkIn";
import { onEnded } from "../../db";
import { emitAll } from "../../outbox";
import {
  askedAnew,
  changeReview,
  checkInDoubted,
  type CheckInRecord,
  checkInsOfDay,
  doubtsNow,
  evidenceOf,
  insertReview,
  openReview,
  type ReviewRecord,
  reviewsOf,
  standingOf,
  waits,
} from "../checkIns";
import type { BookingDeps } from "../statements";
import { rejudgeVisits, type Rejudged } from "../visits";
import { reviewMended } from "./events";
import { unrecordedAmong } from "./unrecorded";

export interface JudgedDay extends Pick<Rejudged, "changeFen" | "changeParts" | "visitsChange"> {
  /** What is put before whoever decides, from now on or again. */
  asked: ReviewRecord[];
  customerName: string;
  write(session: ClientSession): Promise<void>;
}

/**
 * Judges a rep's day at a customer anew. Better evidence makes good what was in doubt, and nobody looks again at what was rejected where the day
 * counts otherwise; what counted by evidence that somebody has rejected is put before whoever decides again, and so is a repeat that stands by
 * itself now. The visits follow, in one booking.
 * @param decided a review as it is from now on, which the caller stores
 */
export async function judgeDay(
  deps: BookingDeps,
  { memberId, customerId, on }: Pick<CheckInRecord, "memberId" | "customerId" | "on">,
  decided?: ReviewRecord,
): Promise<JudgedDay> {
  const day = await checkInsOfDay(memberId, on);
  const reviews = await reviewsOf(day);
  if (decided) reviews.set(decided._id, decided);
  const there = day.filter((one) => one.customerId === customerId);
  const recorded = await recordedInTime(reviews, deps.clock.now());
  const changes = changesOfDay(there, { reviews, recorded }, deps.clock.now());
  const after = new Map([...reviews, ...[...changes].map(([id, { review }]) => [id, review] as const)]);
  const rejudged = await rejudgeVisits(deps, there, (checkIn) => evidenceOf(checkIn, there, after));
  const asked = [...changes.values()].filter(({ isAsked }) => isAsked).map(({ review }) => review);
  return {
    changeFen: rejudged?.changeFen ?? 0,
    changeParts: rejudged?.changeParts ?? [],
    visitsChange: rejudged?.visitsChange ?? 0,
    asked,
    customerName: there[0]?.customerName ?? "",
    write: async (session) => {
      for (const change of changes.values()) await change.write(session);
      await rejudged?.write(session);
      const over = [...changes.values()].filter(({ isOver }) => isOver).map(({ review }) => review);
      await emitAll([...asked.map(doubted), ...over.map(mended)], session, deps.realNow());
      onEnded(session, () => doubtsNow(deps).forget(memberId));
    },
  };
}

/** Those that waited for nobody any more since nothing was written in time, whose record has come since and is. */
async function recordedInTime(reviews: ReadonlyMap<string, ReviewRecord>, now: Date): Promise<Set<string>> {
  const ended = [...reviews.values()].filter(({ state }) => state === "unrecorded");
  const still = await unrecordedAmong(ended, now);
  return new Set(ended.filter((review) => !still.includes(review)).map(({ _id }) => _id));
}

interface Change {
  /** As it is from now on. */
  review: ReviewRecord;
  isAsked: boolean;
  /** Nobody has to decide on it any more. */
  isOver: boolean;
  write(session: ClientSession): Promise<void>;
}

function changesOfDay(
  there: readonly CheckInRecord[],
  { reviews, recorded }: { reviews: ReadonlyMap<string, ReviewRecord>; recorded: ReadonlySet<string> },
  now: Date,
): Map<string, Change> {
  const { mendedBy, repeats, counts } = standingOf(there, reviews);
  const known = [...reviews.values()][0];
  const changes = new Map<string, Change>();
  for (const checkIn of there.filter(({ _id, verdict }) => isPutToSomebody(verdict, reviews.get(_id)?.state))) {
    const { _id } = checkIn;
    const [review, mendedById] = [reviews.get(_id), mendedBy.get(_id) ?? null];
    const needsNobody = mendedById !== null || repeats.has(_id);
    const change = (from: ReviewRecord, set: Partial<ReviewRecord>) =>
      changes.set(_id, {
        review: { ...from, ...set, revision: from.revision + 1 },
        isAsked: set.state === "open" || set.state === "appealed",
        isOver: waits(from) && (set.state === "mended" || set.state === "rejected"),
        write: (session) => changeReview(from, set, session),
      });
    // What counts in the place of one that somebody has rejected, so that nothing hangs on a second look any more.
    const insteadId = counts.get(checkIn.customerId) ?? null;
    const wasEnded = review?.state === "rejected" && (review.mendedById ?? null) !== null;
    if ((review?.state === "open" || review?.state === "unrecorded") && needsNobody)
      change(review, { state: "mended", mendedById });
    else if (review?.state === "mended" && !needsNobody) change(review, { ...askedAnew(_id, now), mendedById: null });
    // Its record was written in time, and has come late.
    else if (review?.state === "unrecorded" && !needsNobody && recorded.has(_id)) change(review, askedAnew(_id, now));
    else if (review?.state === "mended" && (review.mendedById ?? null) !== mendedById) change(review, { mendedById });
    else if (review?.state === "appealed" && insteadId !== null)
      change(review, { state: "rejected", mendedById: insteadId });
    else if (review && wasEnded && insteadId === null)
      change(review, { ...askedAnew(_id, now), state: "appealed", mendedById: null });
    else if (review && wasEnded && review.mendedById !== insteadId) change(review, { mendedById: insteadId });
    else if (!review && known && isInDoubt(checkIn.verdict) && !needsNobody) {
      const opened = openReview(checkIn, { name: known.memberName, teamId: known.teamId }, now);
      changes.set(_id, {
        ...{ review: opened, isAsked: true, isOver: false },
        write: (session) => insertReview(opened, session),
      });
    }
  }
  return changes;
}

const mended = ({ _id, revision }: ReviewRecord) =>
  reviewMended.of({
    payload: { checkInId: _id },
    partition: `checkIn:${_id}`,
    cause: `checkIn:${_id}:${revision}`,
  });

const doubted = ({ _id, revision }: ReviewRecord) =>
  checkInDoubted.of({
    payload: { checkInId: _id },
    partition: `checkIn:${_id}`,
    cause: `checkIn:${_id}:${revision}`,
  });
