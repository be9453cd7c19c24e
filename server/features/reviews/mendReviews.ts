import { inTransaction } from "../../db";
import type { Deps } from "../../deps";
import { emitOnce, type EventHandler } from "../../outbox";
import {
  betteredBy,
  type CheckInBettered,
  checkInsOfDay,
  pageOfOpenReviews,
  reviewIfAny,
  type ReviewRecord,
  reviewsOf,
  sortKeyOf,
  standingOf,
} from "../checkIns";
import type { BookingDeps } from "../statements";
import { dayJudged, type DayJudged, decisionSaid } from "./events";
import { judgeDay } from "./judgeDay";

/** Judges the day anew after something that it is judged by was stored, and says so to its rep where that changes anything of theirs. */
export const mendReviews: EventHandler<CheckInBettered, BookingDeps> = async (bettered, delivery, deps) => {
  const { checkInId, memberId, on } = bettered;
  const [day, cause] = await Promise.all([judgeDay(deps, bettered), reviewIfAny(checkInId)]);
  const { changeFen, visitsChange, asked } = day;
  const decision = cause?.decision ?? null;
  const payload: DayJudged = {
    checkInId,
    memberId,
    customerName: day.customerName,
    on,
    decision: decision && decisionSaid(decision, cause?.state === "accepted"),
    changeFen,
    visitsChange,
    asked: asked.map(({ _id, checkedInAt }) => ({ checkInId: _id, checkedInAt: checkedInAt.toISOString() })),
    judgedAt: deps.clock.now().toISOString(),
  };
  const isNews = changeFen !== 0 || visitsChange !== 0 || asked.length > 0;
  const told = dayJudged.of({ payload, partition: `checkIn:${checkInId}`, cause: delivery.eventId });
  return { events: isNews ? [told] : [], write: (session) => day.write(session) };
};

/** So long after they came, taps are looked at again: whatever day they are of, and also where no job ran for a day. */
const lookedBackMs = 48 * 3_600_000;

/** Two taps that came to two processes within seconds may not have known of each other: the days of which that is so are mended again. */
export async function mendAgain(
  { at, runId }: { at: Date; runId: string },
  deps: Pick<Deps, "realNow">,
): Promise<void> {
  let after: string | null = sortKeyOf(new Date(at.getTime() - lookedBackMs), "");
  do {
    // A review waits from the moment on at which its tap came.
    const { reviews, next } = await pageOfOpenReviews(after);
    for (const review of reviews) await mendDayOf(review, runId, deps);
    after = next;
  } while (after !== null);
}

async function mendDayOf(review: ReviewRecord, runId: string, { realNow }: Pick<Deps, "realNow">): Promise<void> {
  const { _id, memberId, customerId, on } = review;
  const day = await checkInsOfDay(memberId, on);
  const { mendedBy, counts } = standingOf(day, await reviewsOf(day));
  const mendedById = review.state === "appealed" ? counts.get(customerId) : mendedBy.get(_id);
  if (mendedById === undefined) return;
  const event = betteredBy({ _id: mendedById, memberId, customerId, on }, `${runId}:${_id}`);
  await inTransaction((session) => emitOnce(event, session, realNow()));
}
