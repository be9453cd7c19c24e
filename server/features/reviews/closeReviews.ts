import { businessDayOf } from "@shared/domain/time";
import { inTransaction } from "../../db";
import type { Deps } from "../../deps";
import { emit } from "../../outbox";
import { type Deciders, readDeciders } from "../absences";
import {
  changeReview,
  findCheckIn,
  overdueReviews,
  pageOfOpenReviews,
  type ReviewRecord,
  whoDecides,
} from "../checkIns";
import { findMember } from "../members";
import { closedEvent } from "./closedEvent";
import { mendAgain } from "./mendReviews";
import { unrecordedAmong } from "./unrecorded";

interface Closing {
  at: Date;
  deciders: Deciders;
}

/**
 * Ends what nobody has decided on in time: it stays as it was judged, and its rep is told who could have; and that of which no visit can come any
 * more, since nothing was written in time: its rep is told that with the records that are too late, or, where there is one, by itself. What is ended is not found
 * again, so that a run that is repeated does what the first one left.
 */
export async function closeReviews(slot: { at: Date; runId: string }, deps: Pick<Deps, "realNow">): Promise<void> {
  const { at } = slot;
  await mendAgain(slot, deps);
  const closing = { at, deciders: await readDeciders(businessDayOf(at)) };
  await closeUnrecorded(closing, deps);
  for (;;) {
    const overdue = await overdueReviews(at);
    if (overdue.length === 0) return;
    for (const review of overdue) {
      // What a first person has decided stays as it is where no second one has.
      await close(review, review.state === "appealed" ? "rejected" : "lapsed", closing, deps);
    }
  }
}

async function closeUnrecorded(closing: Closing, deps: Pick<Deps, "realNow">): Promise<void> {
  let after: string | null = null;
  do {
    const { reviews, next } = await pageOfOpenReviews(after);
    const open = reviews.filter(({ state }) => state === "open");
    for (const review of await unrecordedAmong(open, closing.at)) await close(review, "unrecorded", closing, deps);
    after = next;
  } while (after !== null);
}

async function close(
  review: ReviewRecord,
  state: "lapsed" | "rejected" | "unrecorded",
  { at, deciders }: Closing,
  deps: Pick<Deps, "realNow">,
): Promise<void> {
  const language = (await findMember(review.memberId))?.language ?? "zh-CN";
  const askedNames = await deciders.namesOf(whoDecides(review), language);
  const hasRecord = state === "unrecorded" && ((await findCheckIn(review._id)).visitId ?? null) !== null;
  await inTransaction(async (session) => {
    await changeReview(review, { state }, session);
    const ended = { ...review, state, revision: review.revision + 1 };
    const closing = { closedAt: at, askedNames, day: null, isUnanswered: true, hasRecord };
    await emit(closedEvent(ended, closing), session, deps.realNow());
  });
}
