import { businessDayOf } from "@shared/domain/time";
import { inTransaction } from "../../db";
import type { Deps } from "../../deps";
import { emit } from "../../outbox";
import { readDeciders } from "../absences";
import { changeReview, overdueReviews, whoDecides } from "../checkIns";
import { findMember } from "../members";
import { closedEvent } from "./closedEvent";
import { mendAgain } from "./mendReviews";

/**
 * Ends what nobody has decided on in time: it stays as it was judged, and its rep is told who could have. What is ended is not found
 * again, so that a run that is repeated does what the first one left.
 */
export async function closeReviews(slot: { at: Date; runId: string }, deps: Pick<Deps, "realNow">): Promise<void> {
  const { at } = slot;
  await mendAgain(slot, deps);
  const deciders = await readDeciders(businessDayOf(at));
  for (;;) {
    const overdue = await overdueReviews(at);
    if (overdue.length === 0) return;
    for (const review of overdue) {
      const language = (await findMember(review.memberId))?.language ?? "zh-CN";
      const askedNames = await deciders.namesOf(whoDecides(review), language);
      await inTransaction(async (session) => {
        // What a first person has decided stays as it is where no second one has.
        const state = review.state === "appealed" ? ("rejected" as const) : ("lapsed" as const);
        await changeReview(review, { state }, session);
        const ended = { ...review, state, revision: review.revision + 1 };
        const closing = { closedAt: at, askedNames, day: null, isUnanswered: true };
        await emit(closedEvent(ended, closing), session, deps.realNow());
      });
    }
  }
}
