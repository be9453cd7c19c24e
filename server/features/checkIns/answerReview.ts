import type { BodyOf, CheckInView } from "@shared/contracts";
import type { Fix } from "@shared/domain/checkIn";
import { mayExplain } from "@shared/domain/checkInReview";
import { AppError } from "@shared/errors";
import { command, onEnded, updateAtRevision } from "../../db";
import type { Deps } from "../../deps";
import { findOwnPhoto, letPhotoGo, useFile } from "../../files";
import type { MemberActor } from "../../http";
import { emit } from "../../outbox";
import { CheckInModel, type CheckInRecord } from "./checkInModel";
import { checkInsOfDay, findOwnCheckIn } from "./checkIns";
import { betteredBy, checkInDoubted } from "./events";
import { photoUse } from "./photoUse";
import { presentCheckIn } from "./presentCheckIn";
import type { ReviewRecord } from "./reviewModel";
import {
  askedAnew,
  changeReview,
  doubtsNow,
  insertReview,
  isAskedAbout,
  openReview,
  reviewIfAny,
  isUnrecordedOn,
  reviewsOf,
  standingOf,
  stateOn,
} from "./reviews";
import { proposePin, seenByPhoto } from "./seenByPhoto";

/**
 * What a rep has to say about an own check-in in doubt, or about one that was too far away: that is put before whoever decides with it, and
 * needs a photo. Whoever decides is told. One that counts for nothing because nobody has
 * decided in time is put before them anew. A photo of a place that has no pin makes the check-in there one that counts until somebody
 * says otherwise, where its position was exact, and proposes the pin.
 */
export function answerReview(
  deps: Pick<Deps, "clock" | "realNow" | "caches" | "settings">,
  request: { actor: MemberActor; checkInId: string; body: BodyOf<"checkIns.answer"> },
): Promise<{ checkIn: CheckInView }> {
  const { actor, checkInId, body } = request;
  const { commandId, revision, text, photoId: fileId, photoHash: hash } = body;
  return command({ actor, commandId, kind: "checkIns.answer", body: { ...body, checkInId } }, async () => {
    const now = deps.clock.now();
    const checkIn = await findOwnCheckIn(actor.id, checkInId);
    const stored = await reviewIfAny(checkInId);
    const review = stored ?? (await firstReview(checkIn, actor, now));
    const { verdict, checkedInAt } = review;
    // Nobody can decide on it any more, though what ends it comes by the hour.
    const day = await checkInsOfDay(checkIn.memberId, checkIn.on);
    const state = stateOn(review, { checkIn, day }, now);
    if (!mayExplain({ verdict, state, checkedInAt }, now))
      throw new AppError("review.closed", `${checkInId} is ${state}`, { state });
    const isAnew = state === "lapsed";
    if (review.revision !== revision)
      throw new AppError("stale", `${checkInId} is at ${review.revision}`, { revision: review.revision });
    const usedBy = `checkIn:${checkInId}`;
    const photo = fileId === undefined ? null : await findOwnPhoto(deps, { memberId: actor.id, fileId, hash, usedBy });
    // A photo that was shown before stays with what is said later without one.
    const former = review.answer?.photoId ?? null;
    const shown = photo?._id ?? former;
    if (verdict === "outside" && shown === null && checkIn.photoId === null)
      throw new AppError("review.photoMissing", `${checkInId} was too far away to be explained by words alone`);
    const isReplaced = photo !== null && former !== null && former !== photo._id && former !== checkIn.photoId;
    const { customerId, siteId } = checkIn;
    const seen =
      shown !== null && isWithoutPin(checkIn)
        ? await seenByPhoto({ customerId, siteId, fix: fixOf(checkIn.fix) })
        : null;
    const set = {
      answer: { text, photoId: shown, at: now },
      ...(seen && { verdict: "doubtful" as const }),
      ...(isAnew && askedAnew(checkInId, now)),
    };
    const judged = seen ? { ...checkIn, verdict: "doubtful" as const } : checkIn;
    const propose = seen && (await proposePin(seen, { actor, checkInId, note: text, at: now }, deps));
    const changed = { ...review, ...set, revision: revision + 1 };
    const ofCheckIn = {
      // Another photo may be one that was sent before; and whoever looks for signals at this moment does not know that they were answered.
      ...((photo || !stored) && { lookAt: now }),
      ...(seen && { verdict: "doubtful" as const }),
    };
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
        if (stored) await changeReview(review, set, session);
        else await insertReview(changed, session);
        if (Object.keys(ofCheckIn).length > 0)
          await updateAtRevision(CheckInModel, { id: checkInId, revision: checkIn.revision, set: ofCheckIn }, session);
        if (photo) await useFile(deps, photo, photoUse(checkIn, actor.name, now), session);
        if (isReplaced) await letPhotoGo(former, now, session);
        await emit(told, session, deps.realNow());
        if (!stored || isAnew) onEnded(session, () => doubtsNow(deps).forget(actor.id));
        if (!seen) return;
        // The day and its visits are judged by it from now on.
        await emit(betteredBy(checkIn, `checkIn:${checkInId}:${changed.revision}`), session, deps.realNow());
        await propose?.(session);
      },
    };
  });
}

/** It was judged without a pin: a photo is what was missing. */
const isWithoutPin = ({ verdict, distanceM }: CheckInRecord): boolean =>
  verdict === "unverified" && (distanceM ?? null) === null;

/**
 * What a rep answers before anybody was asked is put before whoever decides with it: of one with signals, and of one that was too far away.
 * @throws AppError "review.unknown"; "review.explainOver" after its time, "review.closed" where its day counts that client already
 */
async function firstReview(checkIn: CheckInRecord, actor: MemberActor, now: Date): Promise<ReviewRecord> {
  const { _id, verdict, memberId, customerId, on, checkedInAt } = checkIn;
  const isFar = verdict === "outside";
  if (!isFar && (verdict !== "inside" || !isAskedAbout(checkIn)))
    throw new AppError("review.unknown", `nobody asks about ${_id}`);
  if (isFar && !mayExplain({ verdict, state: null, checkedInAt }, now))
    throw new AppError("review.explainOver", `${_id} was made at ${checkedInAt.toISOString()}`);
  if (isFar) {
    const day = await checkInsOfDay(memberId, on);
    if (isUnrecordedOn(checkIn, day, now))
      throw new AppError("review.closed", `no record was written of ${_id}`, { state: "unrecorded" });
    if (standingOf(day, await reviewsOf(day)).counts.has(customerId))
      throw new AppError("review.closed", `the day counts by another than ${_id}`, { state: "mended" });
  }
  return { ...openReview(checkIn, actor, now), revision: 0 };
}

const fixOf = (fix: CheckInRecord["fix"]): Fix | null =>
  fix ? { latDeg: fix.latDeg, lngDeg: fix.lngDeg, accuracyM: fix.accuracyM ?? null, kind: fix.kind } : null;
