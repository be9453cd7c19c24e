import type { AnswerOf, BodyOf } from "@shared/contracts";
import { takesAt } from "@shared/domain/period";
import { businessDayOf } from "@shared/domain/time";
import { filesOfAnswers, missingSteps, type VisitStep } from "@shared/domain/visitType";
import {
  changedFields,
  correctedNextStep,
  isSettledOnly,
  judgeCorrected,
  nextStepFault,
  recordWrittenAt,
  type RecordedText,
  type VisitReason,
} from "@shared/domain/visit";
import { AppError } from "@shared/errors";
import { command } from "../../db";
import type { Deps } from "../../deps";
import type { MemberActor } from "../../http";
import { emit } from "../../outbox";
import { betteredBy, type Evidence, findOwnCheckIn, mayHaveReview, standingNow } from "../checkIns";
import { type BookingDeps, prepareBooking, statementQueue } from "../statements";
import { caseOf } from "./caseOf";
import { countsToday, markCounted } from "./countedDays";
import { firstVisitOf } from "./firstVisit";
import { bookedMonthOf } from "./correctable";
import { writtenEvent } from "./events";
import { contactsMet, stepsOfBody } from "./recordedBody";
import { nextVisitFact, visitCause } from "./visitFact";
import { takeFiles } from "./visitFiles";
import type { VisitRecord } from "./visitModel";
import {
  addVersion,
  completeAtOf,
  earlierVersion,
  filesOfRecord,
  recordedOf,
  recordsOf,
  versionOf,
} from "./visitVersions";
import { findOwnVisit } from "./visits";

/** What counts goes on counting, whatever it would be judged by now. */
const nothingSeen: Evidence = { state: null, otherId: null, insteadAt: null };

interface Change<Body> {
  actor: MemberActor;
  visitId: string;
  body: Body;
}

/**
 * Puts another version of a record in the place of the one that the person saw, which stays readable. Until its month is cut off;
 * what does not count is judged as a record that is written when the correction was. A correction that changes nothing adds nothing.
 */
export function correctVisit(
  deps: BookingDeps,
  { actor, visitId, body }: Change<BodyOf<"visits.correct">>,
): Promise<AnswerOf<"visits.correct">> {
  const { commandId } = body;
  const queue = statementQueue(actor.id);
  const whole = { ...body, visitId };
  return command({ actor, commandId, kind: "visits.correct", body: whole, queue }, async () => {
    const now = deps.clock.now();
    const visit = await findOwnVisit(actor.id, visitId);
    const seen = await seenVersion(visit, body.version, isSettledOnly);
    const [standing, checkIn] = await Promise.all([
      bookedMonthOf(deps, visit),
      findOwnCheckIn(actor.id, visit.checkInId),
    ]);
    if (!takesAt(standing, now)) {
      throw new AppError("visit.correctionClosed", `${visitId} is of a month that is cut off`, {
        until: standing.cutOffAt.toISOString(),
      });
    }
    const before = recordedOf(visit);
    const { purpose, peopleMet, record } = body;
    const nextStep = correctedNextStep(before.nextStep, body.nextStep, seen.nextStep);
    if (nextStep && nextStep.on !== before.nextStep?.on) refuseDay(nextStep.on, visit.on, "nextStep.on");
    const { type, answers } = await stepsOfBody(deps, body, before);
    const met = await contactsMet(visit.customerId, body, before.met);
    const voice = body.voice === undefined ? (before.voice ?? null) : body.voice;
    const { typeId, version: typeVersion } = type;
    const after: RecordedText = {
      ...{ purpose, peopleMet, met, record, nextStep, answers, voice },
      type: { typeId, version: typeVersion },
    };
    const missing = missingSteps(type, after);
    refuseLess(visit, missing);
    const fields = changedFields(before, after);

    // Stored from this type.
    const asItWas = { effective: visit.effective, reason: (visit.reason ?? null) as VisitReason | null };
    const writtenAt = correctionWrittenAt(visit, body.written, now);
    const { visitCase } = caseOf(checkIn, visit.effective ? nothingSeen : await standingNow(checkIn), {
      writtenAt,
      stepsMissing: missing.length > 0,
      alreadyCountedToday: !visit.effective && (await countsToday(visit.memberId, visit.customerId, visit.on)),
    });
    const judged = judgeCorrected(asItWas, visitCase);
    const takeFilesAlong = await takeFiles(deps, {
      ...{ visitId, byName: actor.name, checkIn, type, answers, voice, writtenAt },
      before:
        voice === null && filesOfAnswers(answers).length === 0 ? [] : (await recordsOf(visit)).flatMap(filesOfRecord),
    });
    const countsNow = judged.effective && !visit.effective;
    const first = countsNow ? await firstVisitOf(visit) : null;
    const booking = countsNow
      ? await prepareBooking(deps, [await nextVisitFact(deps, visit, now, first !== null)], [visitCause(visit)])
      : null;
    const version = versionOf(visit) + (fields.length > 0 ? 1 : 0);
    return {
      answer: { visitId, version, effective: judged.effective },
      ...(fields.length > 0 && {
        audit: { action: "visit.correct", subject: visitId, at: now, detail: { version, fields } },
      }),
      write: async (session) => {
        if (fields.length === 0) return;
        // What has been complete since then stays so; what was not is so from now on.
        const completeAt = missing.length > 0 ? null : (completeAtOf(visit) ?? writtenAt);
        // Versions follow each other, in whatever order the network brought what was written.
        const last = visit.correctedAt ?? visit.recordedAt;
        await addVersion(visit, { ...after, ...judged, completeAt, at: writtenAt < last ? last : writtenAt }, session);
        await emit(writtenEvent(visit.memberId, visitId, version), session, deps.realNow());
        await takeFilesAlong(session);
        if (booking) {
          await first?.claim(session);
          await markCounted(visit.memberId, visit.customerId, visit.on, visitId, session);
          await booking.write(session);
        }
        // Others may change what it was judged by until it is stored.
        if (mayHaveReview(checkIn) || judged.reason === "alreadyCountedToday")
          await emit(betteredBy(checkIn, `visit:${visitId}:${version}`), session, deps.realNow());
      },
    };
  });
}

/** Says that what was to come next was done without a visit, or is to be on another day. It may be said after the cut-off: it is a plan, not a record. */
export function settleNextStep(
  deps: Pick<Deps, "clock" | "realNow">,
  { actor, visitId, body }: Change<BodyOf<"visits.settleNextStep">>,
): Promise<AnswerOf<"visits.settleNextStep">> {
  const { commandId, on, done } = body;
  const whole = { ...body, visitId };
  return command({ actor, commandId, kind: "visits.settleNextStep", body: whole }, async () => {
    const now = deps.clock.now();
    const visit = await findOwnVisit(actor.id, visitId);
    await seenVersion(visit, body.version, hasSameNextStep);
    const before = recordedOf(visit);
    const step = before.nextStep;
    if (!step) throw invalidDay("on", "nextStep.none");
    if (on !== step.on) refuseDay(on, businessDayOf(now), "on");
    const doneAt = done ? (step.doneAt ?? now.toISOString()) : null;
    const after = { ...before, nextStep: { ...step, on, doneAt } };
    const isSame = changedFields(before, after).length === 0;
    const version = versionOf(visit) + (isSame ? 0 : 1);
    const { effective, reason } = visit;
    return {
      answer: { visitId, version },
      ...(!isSame && { audit: { action: "visit.settleNextStep", subject: visitId, at: now, detail: { on, done } } }),
      write: async (session) => {
        const judged = { effective, reason: reason ?? null, completeAt: completeAtOf(visit) };
        if (isSame) return;
        await addVersion(visit, { ...after, ...judged, at: now }, session);
        await emit(writtenEvent(visit.memberId, visitId, version), session, deps.realNow());
      },
    };
  });
}

/** As the phone says, where that can be believed; never before the record that it corrects. */
function correctionWrittenAt(
  { recordedAt }: VisitRecord,
  written: BodyOf<"visits.correct">["written"],
  now: Date,
): Date {
  const writtenAt = recordWrittenAt(written ? { at: new Date(written.at), kind: written.timeKind } : null, now);
  return writtenAt < recordedAt ? recordedAt : writtenAt;
}

/** What counts because of a step goes on counting, so the step stays. */
function refuseLess({ _id, effective }: VisitRecord, missing: readonly VisitStep[]): void {
  if (!effective || missing.length === 0) return;
  const fields = missing.map(({ stepId }) => ({ field: `steps.${stepId}`, code: "step.required" }));
  throw new AppError("input.invalid", `${_id} counts by a step that is left out`, { fields });
}

/**
 * What the record said in the version that the person saw. Two phones at once: the later one sees what the other has written before it
 * decides. What a person says one after the other without a network, all of the version that the phone has, is no such case.
 * @param isBeside whether what has come in between, if anything, is nothing that the person would decide otherwise by
 */
async function seenVersion(
  visit: VisitRecord,
  seen: number,
  isBeside: (seen: RecordedText, now: RecordedText) => boolean,
): Promise<RecordedText> {
  const version = versionOf(visit);
  const now = recordedOf(visit);
  if (version === seen) return now;
  const earlier = await earlierVersion(visit._id, seen);
  const before = earlier && recordedOf(earlier);
  if (before && isBeside(before, now)) return before;
  throw new AppError("stale", `${visit._id} is at version ${version}, not ${seen}`, { version });
}

const hasSameNextStep = (seen: RecordedText, now: RecordedText): boolean =>
  !changedFields(seen, now).includes("nextStep");

function refuseDay(on: string, from: string, field: string): void {
  const fault = nextStepFault(on, from);
  if (fault) throw invalidDay(field, fault);
}

const invalidDay = (field: string, code: string): AppError =>
  new AppError("input.invalid", "the next step's day", { fields: [{ field, code }] });
