import type { BodyOf, CheckInView } from "@shared/contracts";
import { daysAround, isInDoubt, judgeCheckIn, judgeTapTime } from "@shared/domain/checkIn";
import { businessDayOf, monthOf } from "@shared/domain/time";
import { AppError } from "@shared/errors";
import { insertCommand, onEnded } from "../../db";
import type { Deps } from "../../deps";
import { findOwnPhoto, useFile } from "../../files";
import type { MemberActor } from "../../http";
import { emitAll } from "../../outbox";
import { customersNow, pinOf, servedOnAny } from "../customers";
import { consentVersion, consentsNow } from "../members";
import { foundOf } from "../siteCodes";
import { CheckInModel } from "./checkInModel";
import { checkInsOfDay } from "./checkIns";
import { checkInBettered, checkInDoubted } from "./events";
import { foundWifi, wifiOf } from "./foundWifi";
import { photoUse } from "./photoUse";
import { presentCheckIn } from "./presentCheckIn";
import type { ReviewRecord } from "./reviewModel";
import { type CheckInFields, doubtsNow, insertReview, openReview, reviewsOf, standingOf } from "./reviews";
import { proposePin, seenByPhoto } from "./seenByPhoto";

const dayMs = 86_400_000;

/**
 * Keeps one tap with its verdict: one insert, since who has consented, whom a rep serves and what of theirs is in doubt is known for
 * 5 s. The same tap sent again gets the same answer. Whether it repeats another of the day is told when the day is read. One in doubt
 * is put before whoever decides, one that makes another good says so, and one with a photo takes that into use: then it is a
 * transaction. Where the place has no pin, a photo and an exact position make it count with doubt, and propose the pin; where there is no
 * position to judge by, the client's code does so, and a network that is known there.
 */
export function createCheckIn(
  deps: Pick<Deps, "clock" | "realNow" | "caches" | "settings">,
  request: { actor: MemberActor; body: BodyOf<"checkIns.create"> },
): Promise<{ checkIn: CheckInView }> {
  const { actor, body } = request;
  const memberId = actor.id;
  const command = { actor, commandId: body.commandId, kind: "checkIns.create", body };
  return insertCommand(command, CheckInModel, async (id) => {
    const now = deps.clock.now();
    const [consented, inDoubt] = await Promise.all([consentsNow(deps).has(memberId), doubtsNow(deps).of(memberId)]);
    if (!consented) {
      throw new AppError("checkIn.consentMissing", `${memberId} has not accepted the text of ${consentVersion}`);
    }
    const tappedAt = new Date(body.tappedAt);
    const time = judgeTapTime(tappedAt, body.timeKind, now);
    const on = businessDayOf(time.countsAt);
    const { customer, site } = await customersNow(deps).placeOn(body.customerId, body.siteId, on);
    // Who served it when the tap was made: a phone may have kept it over a handover.
    if (!site || !servedOnAny(customer, memberId, daysAround(time.countsAt))) {
      throw new AppError("customer.unknown", `no site ${body.siteId} of ${body.customerId} for ${memberId}`);
    }

    // A tap that the phone kept for longer than positions are kept is no evidence of anything.
    if (now.getTime() - tappedAt.getTime() > deps.settings.POSITION_KEPT_DAYS * dayMs) {
      throw new AppError("checkIn.tooOld", "the tap is older than positions are kept", {
        fields: [{ field: "tappedAt", code: "tap.tooOld" }],
      });
    }
    const usedBy = `checkIn:${id}`;
    const { photoId: fileId, photoHash: hash, fix } = body;
    const photo = fileId === undefined ? null : await findOwnPhoto(deps, { memberId, fileId, hash, usedBy });
    const pin = { latDeg: site.latDeg ?? null, lngDeg: site.lngDeg ?? null, radiusM: site.radiusM };
    const place = { customerId: customer._id, siteId: site.siteId };
    const seen = photo && pinOf(site) === null ? await seenByPhoto({ ...place, fix }) : null;
    const scanned = body.qrCode === undefined ? null : await foundOf(body.qrCode, place, time.countsAt);
    const isCodeHere = scanned?.qrFinding === "here";
    const wifi = wifiOf(body);
    // Where the position alone counts, the network says nothing more.
    const isClear = judgeCheckIn(fix, pin).verdict === "inside";
    const wifiFinding = wifi && !isClear ? await foundWifi(wifi, { ...place, memberId, on }) : null;
    const judged = judgeCheckIn(fix, pin, [
      ...(seen ? (["photo"] as const) : []),
      ...(isCodeHere ? (["qrCode"] as const) : []),
      ...(wifiFinding === "known" ? (["knownWifi"] as const) : []),
    ]);
    const verdict = time.doubtful && judged.verdict === "inside" ? "doubtful" : judged.verdict;

    const document = {
      memberId,
      repMonth: `${memberId}:${monthOf(on)}`,
      repDay: `${memberId}:${on}`,
      customerId: customer._id,
      customerName: customer.shortName,
      siteId: site.siteId,
      siteName: site.name,
      fix,
      fixKind: fix?.kind ?? null,
      distanceM: judged.distanceM,
      accuracyM: fix?.accuracyM ?? null,
      radiusM: site.radiusM,
      verdict,
      timeKind: body.timeKind,
      tappedAt,
      checkedInAt: time.countsAt,
      receivedAt: now,
      on,
      consentVersion,
      photoId: photo?._id ?? null,
      qrHash: scanned?.qrHash ?? null,
      qrFinding: scanned?.qrFinding ?? null,
      ...{ wifi, wifiFinding },
      evidenceKept: true,
      deviceId: actor.deviceId ?? null,
      clockOffMs: body.clockOffMs ?? null,
      signals: [],
      signalsAt: null,
      lookAt: now,
      visitId: null,
      revision: 1,
    };
    const checkIn = { ...document, _id: id };
    const review = isInDoubt(verdict) ? await reviewOf(checkIn, actor, now) : null;
    const propose = seen && (await proposePin(seen, { actor, checkInId: id, note: null, at: now }, deps));
    const mayMend = inDoubt.some((one) => one.customerId === customer._id && one.on === on);
    return {
      document,
      answer: { checkIn: presentCheckIn(checkIn, review) },
      ...((review || mayMend || photo) && {
        alongside: async (session) => {
          if (photo) await useFile(deps, photo, photoUse(checkIn, actor.name, time.countsAt), session);
          await propose?.(session);
          if (review) await insertReview(review, session);
          const cause = { partition: `checkIn:${id}`, cause: `checkIn:${id}` } as const;
          const payload = { checkInId: id, memberId, customerId: customer._id, on };
          const events = [
            ...(review ? [checkInDoubted.of({ payload: { checkInId: id }, ...cause })] : []),
            ...(mayMend ? [checkInBettered.of({ payload, ...cause })] : []),
          ];
          await emitAll(events, session, deps.realNow());
          if (review) onEnded(session, () => doubtsNow(deps).forget(memberId));
        },
      }),
      // No position in the log: who, where and the verdict are enough to find the record.
      audit: { action: "checkIn.create", subject: id, at: now, detail: { customerId: customer._id, verdict } },
    };
  });
}

/** Nobody is asked about one that repeats another of the day, or that a better one, which came by another way, has made good. */
async function reviewOf(checkIn: CheckInFields, actor: MemberActor, now: Date): Promise<ReviewRecord | null> {
  const others = (await checkInsOfDay(checkIn.memberId, checkIn.on)).filter(({ _id }) => _id !== checkIn._id);
  const { repeats, mendedBy } = standingOf([...others, checkIn], await reviewsOf(others));
  return repeats.has(checkIn._id) || mendedBy.has(checkIn._id) ? null : openReview(checkIn, actor, now);
}
