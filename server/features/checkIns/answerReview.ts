import type { BodyOf, CheckInView } from "@shared/contracts";
import { AppError } from "@shared/errors";
import { command } from "../../db";
import type { Deps } from "../../deps";
import { findOwnPhoto, usePhoto } from "../../files";
import type { MemberActor } from "../../http";
import { emit } from "../../outbox";
import { findOwnCheckIn } from "./checkIns";
import { checkInDoubted } from "./events";
import { presentCheckIn } from "./presentCheckIn";
import { askedAnew, changeReview, findReview } from "./reviews";

/**
 * What a rep has to say about an own check-in in doubt. Whoever decides is told. One that counts for nothing because nobody has
 * decided in time is put before them anew.
 */
export function answerReview(
  deps: Pick<Deps, "clock" | "realNow" | "settings">,
  request: { actor: MemberActor; checkInId: string; body: BodyOf<"checkIns.answer"> },
): Promise<{ checkIn: CheckInView }> {
  const { actor, checkInId, body } = request;
  const { commandId, revision, text, photoId } = body;
  return command({ actor, commandId, kind: "checkIns.answer", body: { ...body, checkInId } }, async () => {
    const now = deps.clock.now();
    const checkIn = await findOwnCheckIn(actor.id, checkInId);
    const review = await findReview(checkInId);
    const { verdict } = review;
    // Nobody can decide on it any more, though what ends it comes by the hour.
    const state = review.state === "open" && now > review.decideUntil ? "lapsed" : review.state;
    const isAnew = state === "lapsed" && verdict === "unverified";
    if (state !== "open" && !isAnew) throw new AppError("review.closed", `${checkInId} is ${state}`, { state });
    if (review.revision !== revision)
      throw new AppError("stale", `${checkInId} is at ${review.revision}`, { revision: review.revision });
    const usedBy = `checkIn:${checkInId}`;
    const photo =
      photoId === undefined ? null : await findOwnPhoto(deps, { memberId: actor.id, fileId: photoId, usedBy });
    // A photo that was shown before stays with what is said later without one.
    const shown = photo?._id ?? review.answer?.photoId ?? null;
    const set = {
      answer: { text, photoId: shown, at: now },
      ...(isAnew && askedAnew(checkInId, now)),
    };
    const changed = { ...review, ...set, revision: revision + 1 };
    const told = checkInDoubted.of({
      payload: { checkInId },
      partition: `checkIn:${checkInId}`,
      cause: `checkIn:${checkInId}:${changed.revision}`,
    });
    return {
      answer: { checkIn: presentCheckIn(checkIn, changed) },
      audit: { action: "checkIn.answer", subject: checkInId, at: now },
      write: async (session) => {
        await changeReview(review, set, session);
        if (photo) await usePhoto(deps, photo, usedBy, session);
        await emit(told, session, deps.realNow());
      },
    };
  });
}
