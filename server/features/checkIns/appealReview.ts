import type { BodyOf, CheckInView } from "@shared/contracts";
import { decideUntilOf } from "@shared/domain/checkInReview";
import { AppError } from "@shared/errors";
import { command, onEnded } from "../../db";
import type { Deps } from "../../deps";
import type { MemberActor } from "../../http";
import { emit } from "../../outbox";
import { appealUntil } from "./appealUntil";
import { checkInsOfDay, findOwnCheckIn } from "./checkIns";
import { checkInDoubted } from "./events";
import { presentCheckIn } from "./presentCheckIn";
import type { ReviewRecord } from "./reviewModel";
import { changeReview, doubtsNow, findReview, isUnrecordedOn, reviewsOf, sortKeyOf, standingOf } from "./reviews";

/**
 * Asks a second person to look at an own check-in that somebody has not accepted. What was decided stays in force until they have decided
 * otherwise; what they decide is the end of it. Where the day counts by another check-in, or no record was written in time, nothing hangs on it, and nobody is asked.
 * @throws AppError "review.closed" where nobody has rejected it or the day counts, "review.appealOver" the second time and after its time
 */
export function appealReview(
  deps: Pick<Deps, "clock" | "realNow" | "caches">,
  request: { actor: MemberActor; checkInId: string; body: BodyOf<"checkIns.appeal"> },
): Promise<{ checkIn: CheckInView }> {
  const { actor, checkInId, body } = request;
  const { commandId, revision, text } = body;
  return command({ actor, commandId, kind: "checkIns.appeal", body: { ...body, checkInId } }, async () => {
    const now = deps.clock.now();
    const checkIn = await findOwnCheckIn(actor.id, checkInId);
    const review = await findReview(checkInId);
    const { state, decision } = review;
    if (state !== "rejected" || !decision) throw new AppError("review.closed", `${checkInId} is ${state}`, { state });
    const until = appealUntil(review);
    if (until === null || now > until) throw new AppError("review.appealOver", `${checkInId} was rejected for good`);
    if (review.revision !== revision)
      throw new AppError("stale", `${checkInId} is at ${review.revision}`, { revision: review.revision });
    const day = await checkInsOfDay(actor.id, checkIn.on);
    if (isUnrecordedOn(checkIn, day, now))
      throw new AppError("review.closed", `no record was written of ${checkInId}`, { state: "unrecorded" });
    if (standingOf(day, await reviewsOf(day)).counts.has(checkIn.customerId))
      throw new AppError("review.closed", `the day counts by another than ${checkInId}`, { state: "mended" });
    const set = {
      state: "appealed" as const,
      appeal: { text, at: now, first: decision },
      askedAt: now,
      decideUntil: decideUntilOf(now),
      sortKey: sortKeyOf(now, checkInId),
    };
    const changed: ReviewRecord = { ...review, ...set, revision: revision + 1 };
    const told = checkInDoubted.of({
      payload: { checkInId },
      partition: `checkIn:${checkInId}`,
      cause: `checkIn:${checkInId}:${changed.revision}`,
    });
    return {
      answer: { checkIn: presentCheckIn(checkIn, changed) },
      audit: { action: "checkIn.appeal", subject: checkInId, at: now, detail: { firstId: decision.byId } },
      write: async (session) => {
        await changeReview(review, set, session);
        await emit(told, session, deps.realNow());
        onEnded(session, () => doubtsNow(deps).forget(actor.id));
      },
    };
  });
}
