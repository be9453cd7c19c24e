import type { Fix } from "@shared/domain/checkIn";
import { decideUntilOf } from "@shared/domain/checkInReview";
import {
  asksLeader,
  photoUsesElsewhere,
  seenByOthersFrom,
  type TrustEvidence,
  type TrustSignal,
  trustSignals,
  withAsked,
} from "@shared/domain/trust";
import { businessDayOf } from "@shared/domain/time";
import { recordWindowMs } from "@shared/domain/visit";
import { inTransaction, isDuplicateKey } from "../../db";
import type { Deps } from "../../deps";
import { sameAsSent } from "../../files";
import { emitOnce } from "../../outbox";
import { deviceUse } from "../auth";
import {
  checkInDoubted,
  type CheckInRecord,
  dueForSignals,
  insertReview,
  isAskedAbout,
  openReview,
  reviewIfAny,
  type ReviewRecord,
  setLookAt,
  setSignals,
  tracesUpTo,
  usesOfCode,
} from "../checkIns";
import { readSessionMember } from "../members";
import { findVisits, typesOfRecords } from "../visits";
import { signalsFound } from "./events";

const atATime = 100;

/** Another process has looked in the meantime. */
class Overtaken extends Error {}

/**
 * Looks for what there is to ask about check-ins, after they are stored: soon after, once more when a record of it would be late, and when
 * their rep alone has had time to see what was found. Keyed by check-in: what one process has looked at, another leaves alone.
 * @throws in the end, where one could not be looked at: it is tried again by the hour, as long as somebody could still decide on it, and
 *   keeps no other waiting
 */
export async function lookForSignals(deps: Pick<Deps, "realNow">, { at }: { at: Date }): Promise<void> {
  const failed = new Map<string, unknown>();
  for (;;) {
    const limit = atATime + failed.size;
    const due = await dueForSignals(at, limit);
    for (const checkIn of due) {
      if (failed.has(checkIn._id)) continue;
      await look(deps, checkIn, at).catch(async (error: unknown) => {
        failed.set(checkIn._id, error);
        await putOff(checkIn, at);
      });
    }
    if (due.length < limit) break;
  }
  if (failed.size === 0) return;
  const which = [...failed.keys()].slice(0, 5).join(", ");
  throw new AggregateError(failed.values(), `not to be looked at (${failed.size}): ${which}`);
}

const againMs = 3_600_000;

/** What no run can look at is no alarm for ever. Where this cannot be written either, it stays due. */
async function putOff(checkIn: CheckInRecord, at: Date): Promise<void> {
  const again = new Date(at.getTime() + againMs);
  const lookAt = again <= decideUntilOf(new Date(checkIn.checkedInAt)) ? again : null;
  await inTransaction((session) => setLookAt(checkIn, lookAt, session)).catch(() => undefined);
}

async function look(deps: Pick<Deps, "realNow">, checkIn: CheckInRecord, at: Date): Promise<void> {
  const [review, shown] = await Promise.all([reviewIfAny(checkIn._id), signalsOf(checkIn, at)]);
  const found = review === null ? shown : withAsked(shown, checkIn.signals ?? []);
  const isNews = found.length > 0 && kindsOf(found) !== kindsOf(checkIn.signals ?? []);
  const signalsAt = isNews ? at : found.length > 0 ? (checkIn.signalsAt ?? at) : null;
  const seen = { ...checkIn, signals: found, signalsAt };
  const isToBeAsked = review === null && checkIn.verdict === "inside" && asksLeader(found);
  const askAt = isToBeAsked && signalsAt ? seenByOthersFrom(signalsAt, null) : null;
  const opened = askAt && askAt <= at ? await reviewOf(seen, at) : null;
  const later = [askAt, checkIn.leftAt ? null : leftBy(checkIn)].filter((time) => time !== null && time > at);
  const lookAt = later.sort((a, b) => Number(a) - Number(b))[0] ?? null;
  await inTransaction(async (session) => {
    await setSignals(checkIn, { signals: found, signalsAt, lookAt }, session, (count) => {
      if (count === 0) throw new Overtaken();
    });
    if (isNews && signalsAt && (review !== null || isAskedAbout(seen)))
      await emitOnce(foundEvent(seen, signalsAt, found.length), session, deps.realNow());
    if (!opened) return;
    await insertReview(opened, session);
    const cause = { partition: `checkIn:${checkIn._id}`, cause: `checkIn:${checkIn._id}` } as const;
    await emitOnce(checkInDoubted.of({ payload: { checkInId: checkIn._id }, ...cause }), session, deps.realNow());
  }).catch((error: unknown) => {
    // Its rep has answered, or another process has looked, at this moment: what they have written stands.
    if (!(error instanceof Overtaken) && !isDuplicateKey(error)) throw error;
  });
}

const kindsOf = (signals: readonly Pick<TrustSignal, "kind">[]): string =>
  signals
    .map(({ kind }) => kind)
    .sort()
    .join(" ");

/** When a record of it would be late: who has not said by then that they left does not say it any more. */
const leftBy = ({ checkedInAt }: CheckInRecord): Date => new Date(checkedInAt.getTime() + recordWindowMs);

async function signalsOf(checkIn: CheckInRecord, at: Date): Promise<TrustSignal[]> {
  const { _id, memberId, deviceId, clockOffMs } = checkIn;
  const [traces, device, photoUses, code, isDepartureMissing] = await Promise.all([
    tracesUpTo(memberId, checkIn.on),
    deviceId ? deviceUse(memberId, deviceId) : null,
    photoUsesOf(checkIn),
    codeOf(checkIn),
    departureMissing(checkIn, at),
  ]);
  return trustSignals({
    tap: tapOf(checkIn),
    others: traces.filter((one) => one._id !== _id).map(tapOf),
    ...{ device, clockOffMs: clockOffMs ?? null, photoUses, code, isDepartureMissing },
  });
}

const tapOf = (checkIn: CheckInRecord) => {
  const { _id, customerName, on, checkedInAt, timeKind } = checkIn;
  return { ...{ checkInId: _id, customerName, on, checkedInAt, timeKind }, fix: fixOf(checkIn) };
};

const fixOf = ({ fix }: CheckInRecord): Fix | null =>
  fix ? { latDeg: fix.latDeg, lngDeg: fix.lngDeg, accuracyM: fix.accuracyM ?? null, kind: fix.kind } : null;

/** Of the place's own code, where it was scanned. */
async function codeOf(checkIn: CheckInRecord): Promise<TrustEvidence["code"]> {
  const { qrHash, qrFinding, distanceM, radiusM } = checkIn;
  if (!qrHash || qrFinding !== "here") return null;
  if (typeof distanceM === "number") return { outsideM: distanceM - radiusM, uses: [] };
  if (!checkIn.fix) return { outsideM: null, uses: [] };
  const uses = (await usesOfCode(checkIn)).filter((one) => one.qrFinding === "here");
  return { outsideM: null, uses: uses.flatMap((one) => fixOf(one) ?? []) };
}

async function departureMissing(checkIn: CheckInRecord, at: Date): Promise<boolean> {
  if (checkIn.leftAt || !checkIn.visitId || leftBy(checkIn) > at) return false;
  const visits = await findVisits([checkIn.visitId]);
  const [visit] = visits;
  return visit !== undefined && (await typesOfRecords(visits))(visit).asksTimeOnSite;
}

/** Of what its rep has photographed at the tap, and shown to explain it. */
async function photoUsesOf({ _id, photoId }: CheckInRecord): Promise<number> {
  const shownId = (await reviewIfAny(_id))?.answer?.photoId;
  const photoIds = [photoId, shownId].filter((one) => typeof one === "string");
  if (photoIds.length === 0) return 0;
  const { hashes, known } = await sameAsSent(photoIds);
  return photoUsesElsewhere(hashes, known, `checkIn:${_id}`);
}

/** Null where its rep is here no more: nobody is asked about who cannot answer. */
async function reviewOf(checkIn: CheckInRecord, at: Date): Promise<ReviewRecord | null> {
  const member = await readSessionMember(checkIn.memberId, businessDayOf(at));
  return member && openReview(checkIn, member, at);
}

const foundEvent = ({ _id, memberId, customerName, on }: CheckInRecord, signalsAt: Date, count: number) =>
  signalsFound.of({
    payload: {
      ...{ checkInId: _id, memberId, customerName, on, count },
      leaderSeesFrom: seenByOthersFrom(signalsAt, null).toISOString(),
      at: signalsAt.toISOString(),
    },
    partition: `checkIn:${_id}`,
    cause: `${_id}:${signalsAt.toISOString()}`,
  });
