import type { BodyOf, CheckInView } from "@shared/contracts";
import { type Fix, judgeCheckIn } from "@shared/domain/checkIn";
import { AppError } from "@shared/errors";
import { command, updateAtRevision } from "../../db";
import type { Deps } from "../../deps";
import { findOwnPhoto, usePhoto } from "../../files";
import type { MemberActor } from "../../http";
import { emit } from "../../outbox";
import { findPlace, pinOf, proposalFor } from "../customers";
import { CheckInModel, type CheckInRecord } from "./checkInModel";
import { findOwnCheckIn } from "./checkIns";
import { betteredBy, checkInDoubted } from "./events";
import { presentCheckIn } from "./presentCheckIn";
import { askedAnew, changeReview, findReview } from "./reviews";

/**
 * What a rep has to say about an own check-in in doubt. Whoever decides is told. One that counts for nothing because nobody has
 * decided in time is put before them anew. A photo of a place that has no pin makes the check-in there one that counts until somebody
 * says otherwise, where its position was exact, and proposes the pin.
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
    const place = shown !== null && isSeenByPhoto(checkIn) ? await findPlace(checkIn.customerId, checkIn.siteId) : null;
    // Where the place has a pin by now, a photo stands in for nothing: whoever decides looks at it.
    const seen = place?.site !== undefined && pinOf(place.site) === null;
    const set = {
      answer: { text, photoId: shown, at: now },
      ...(seen && { verdict: "doubtful" as const }),
      ...(isAnew && askedAnew(checkInId, now)),
    };
    const judged = seen ? { ...checkIn, verdict: "doubtful" as const } : checkIn;
    const proposal = seen ? await pinOfCheckIn(checkIn, place, { actor, note: text, at: now }) : null;
    const changed = { ...review, ...set, revision: revision + 1 };
    const told = checkInDoubted.of({
      payload: { checkInId },
      partition: `checkIn:${checkInId}`,
      cause: `checkIn:${checkInId}:${changed.revision}`,
    });
    return {
      answer: { checkIn: presentCheckIn(judged, changed) },
      audit: {
        action: "checkIn.answer",
        subject: checkInId,
        at: now,
        ...(seen && { detail: { verdictBefore: checkIn.verdict, verdict: "doubtful" } }),
      },
      write: async (session) => {
        await changeReview(review, set, session);
        if (photo) await usePhoto(deps, photo, usedBy, session);
        await emit(told, session, deps.realNow());
        if (!seen) return;
        const { revision: seenRevision } = checkIn;
        const doubtful = { id: checkInId, revision: seenRevision, set: { verdict: "doubtful" as const } };
        await updateAtRevision(CheckInModel, doubtful, session);
        // The day and its visits are judged by it from now on.
        await emit(betteredBy(checkIn, `checkIn:${checkInId}:${changed.revision}`), session, deps.realNow());
        await proposal?.write(session, deps.realNow());
      },
    };
  });
}

/** A place without a pin, and a position that could be one: a photo is what was missing. */
const isSeenByPhoto = ({ verdict, fix, distanceM, radiusM }: CheckInRecord): boolean =>
  verdict === "unverified" &&
  (distanceM ?? null) === null &&
  judgeCheckIn(fixOf(fix), { latDeg: null, lngDeg: null, radiusM }, ["photo"]).verdict === "doubtful";

const fixOf = (fix: CheckInRecord["fix"]): Fix | null =>
  fix ? { latDeg: fix.latDeg, lngDeg: fix.lngDeg, accuracyM: fix.accuracyM ?? null, kind: fix.kind } : null;

/** Where it was made, as the pin of its place. */
async function pinOfCheckIn(
  { _id, fix }: CheckInRecord,
  { customer, site }: Awaited<ReturnType<typeof findPlace>>,
  { actor, note, at }: { actor: MemberActor; note: string; at: Date },
) {
  if (!fix || !site) return null;
  const by = { memberId: actor.id, name: actor.name, teamId: actor.teamId };
  const accuracyM = fix.accuracyM ?? 0;
  return proposalFor(customer, site, { by, source: "checkIn", checkInId: _id, note, to: fix, accuracyM }, at);
}
