import type { ClientSession } from "mongoose";
import type { AnswerOf, BodyOf } from "@shared/contracts";
import { changeableUntil } from "@shared/domain/checkInReview";
import { AppError } from "@shared/errors";
import { businessDayOf } from "@shared/domain/time";
import { command } from "../../db";
import { allow, type MemberActor } from "../../http";
import { emitAll, type NewEvent } from "../../outbox";
import { standsInFor } from "../absences";
import {
  betteredBy,
  changeReview,
  type CheckInRecord,
  findCheckIn,
  findReview,
  type ReviewRecord,
  waits,
} from "../checkIns";
import { unitPathOf } from "../sales";
import { type BookingDeps, statementQueue } from "../statements";
import { findVisits, typesOfRecords } from "../visits";
import { closedEvent } from "./closedEvent";
import { judgeDay } from "./judgeDay";
import { isFirstDecider, isOwnReview, mayDecideAppeal, mayDecideReview, mayReadAppeal } from "./policy";
import { photosOf, presentReview } from "./presentReview";
import { stateNow } from "./unrecorded";

/**
 * A leader's decision on a check-in in doubt, with its reason: the others of its day, the visits and the month's pay follow in the
 * same transaction, and the rep is told. Decided once, but for the wrong button: for a while whoever has decided may decide otherwise, as
 * long as nobody has acted on it. Both decisions are in the audit, and the rep reads of both.
 */
export async function decideReview(
  deps: BookingDeps,
  request: { actor: MemberActor; checkInId: string; body: BodyOf<"reviews.decide"> },
): Promise<AnswerOf<"reviews.decide">> {
  const { actor, checkInId, body } = request;
  const { commandId, accepted, reason } = body;
  const { memberId } = await findReview(checkInId);
  const queue = statementQueue(memberId);
  const whole = { ...body, checkInId };
  return command({ actor, commandId, kind: "reviews.decide", body: whole, queue }, async () => {
    const now = deps.clock.now();
    const review = await findReview(checkInId);
    const insteadOf = await allowDecision(actor, asDecidedBy(actor, review), now);
    refuseClosed(review, { actor, stateBy: await stateNow(review, now), ...body }, now);
    const by = { byId: actor.id, byName: actor.name, insteadOfName: insteadOf?.name ?? null };
    const { checkIn, changed, events, write } = await decided(deps, review, { accepted, ...by, reason, at: now });
    const [visit] = checkIn.visitId ? await findVisits([checkIn.visitId]) : [];
    const [photos, typeOf] = await Promise.all([
      photosOf(deps, changed, checkIn),
      visit ? typesOfRecords([visit]) : null,
    ]);
    const type = (visit && typeOf?.(visit)) ?? null;
    return {
      answer: {
        review: presentReview(changed, { checkIn, state: changed.state, visit: visit ?? null, type, photos, now }),
        mayChangeUntil: mayChangeUntil(actor, changed, now)?.toISOString() ?? null,
      },
      audit: {
        action: "review.decide",
        subject: checkInId,
        at: now,
        detail: {
          ...{ memberId, accepted, ...(insteadOf && { insteadOfId: insteadOf.id }) },
          ...(!waits(review) && { before: { accepted: review.state === "accepted", reason: review.decision?.reason } }),
        },
      },
      write: async (session) => {
        await write(session);
        await emitAll(events, session, deps.realNow());
      },
    };
  });
}

/** What follows from a decision on a check-in in doubt: for its day, its visits, the month's pay and its rep. */
export async function decided(
  deps: BookingDeps,
  review: ReviewRecord,
  { accepted, ...decision }: NonNullable<ReviewRecord["decision"]> & { accepted: boolean },
): Promise<{
  checkIn: CheckInRecord;
  changed: ReviewRecord;
  events: NewEvent[];
  write: (session: ClientSession) => Promise<void>;
}> {
  const checkIn = await findCheckIn(review._id);
  const decisionBefore = waits(review) ? null : (review.decision ?? null);
  const set = { state: accepted ? "accepted" : "rejected", decision, decisionBefore } as const;
  const changed: ReviewRecord = { ...review, ...set, revision: review.revision + 1 };
  const day = await judgeDay(deps, checkIn, changed);
  return {
    checkIn,
    changed,
    events: [
      closedEvent(changed, { closedAt: decision.at, askedNames: [], day }),
      // Others may have written to the day until this is stored.
      betteredBy(checkIn, `checkIn:${checkIn._id}:${changed.revision}`),
    ],
    write: async (session) => {
      await changeReview(review, set, session);
      await day.write(session);
    },
  };
}

/**
 * Nobody decides on an own check-in; others lead its rep's team or a unit above it, or are the deputy of a leader who is away and whose
 * own it is not.
 * @param now business time
 * @returns in whose place it is decided; null: by an own right
 */
async function allowDecision(actor: MemberActor, review: ReviewRecord, now: Date): Promise<MemberActor | null> {
  if (isOwnReview(actor, review)) throw new AppError("review.own", "nobody decides on an own check-in");
  allow(!isFirstDecider(actor, review), "a second person decides on it");
  if (mayDecideAppeal(actor, review)) return null;
  const unitPath = await unitPathOf(review.teamId);
  if (mayDecideReview(actor, review, unitPath)) return null;
  const absent = await standsInFor(actor, businessDayOf(now));
  const leader = absent.find((one) => mayDecideReview(one, review, unitPath));
  allow(leader !== undefined, "only leaders above the rep's team decide on it");
  return leader ?? null;
}

/** Whoever may decide may read, also when nobody has to any more; whoever has decided first reads on while a second person looks at it. */
export async function allowReading(actor: MemberActor, review: ReviewRecord, now: Date): Promise<void> {
  if (mayReadAppeal(actor, review)) return;
  await allowDecision(actor, isFirstDecider(actor, review) ? { ...review, state: "rejected" } : review, now);
}

/** The second person was asked while it waited for them: what they have decided they may decide otherwise by the same right. */
const asDecidedBy = ({ id }: MemberActor, review: ReviewRecord): ReviewRecord =>
  review.appeal && changeableUntil(review, id) ? { ...review, state: "appealed" } : review;

/** Until when this person may decide otherwise than they have; null where they may not, or no more. */
export function mayChangeUntil(actor: Pick<MemberActor, "id">, review: ReviewRecord, now: Date): Date | null {
  const until = changeableUntil(review, actor.id);
  return until !== null && now <= until ? until : null;
}

function refuseClosed(
  review: ReviewRecord,
  {
    actor,
    stateBy,
    accepted,
    revision,
  }: { actor: MemberActor; stateBy: ReviewRecord["state"]; accepted: boolean; revision: number },
  now: Date,
): void {
  const { _id, state } = review;
  const isOther = accepted !== (state === "accepted") && review.revision === revision;
  const changes = isOther && mayChangeUntil(actor, review, now) !== null;
  if (!waits(review) && !changes) throw new AppError("review.closed", `${_id} is ${state}`, { state });
  if (waits(review) && !waits({ state: stateBy }))
    throw new AppError("review.closed", `${_id} is ${stateBy} by now`, { state: stateBy });
  if (review.revision !== revision)
    throw new AppError("stale", `${_id} is at ${review.revision}`, { revision: review.revision });
}
