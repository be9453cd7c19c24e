import type { BodyOf, VisitView } from "@shared/contracts";
import { monthOf } from "@shared/domain/time";
import { missingSteps, type StepAnswer, type VisitTypeRef } from "@shared/domain/visitType";
import { judgeVisit, nextStepFault, recordWrittenAt } from "@shared/domain/visit";
import { AppError } from "@shared/errors";
import { command, insert } from "../../db";
import type { MemberActor } from "../../http";
import { emit } from "../../outbox";
import { betteredBy, findOwnCheckIn, mayHaveReview, setVisit, standingNow, type CheckInRecord } from "../checkIns";
import { caseOf } from "./caseOf";
import { writtenEvent } from "./events";
import { countsToday, markCounted } from "./countedDays";
import { type BookingDeps, prepareBooking, statementQueue } from "../statements";
import { firstVisitOf } from "./firstVisit";
import { presentVisit } from "./presentVisit";
import { contactsMet, stepsOfBody } from "./recordedBody";
import { visitCause, visitFact } from "./visitFact";
import { takeFiles } from "./visitFiles";
import { VisitModel, type VisitRecord } from "./visitModel";

/**
 * Writes what happened at a check-in. With an accepted check-in and in time it becomes an effective visit and so a fact;
 * otherwise it is kept with the condition that is missing.
 */
export function recordVisit(
  deps: BookingDeps,
  request: { actor: MemberActor; body: BodyOf<"visits.record"> },
): Promise<{ visit: VisitView }> {
  const { actor, body } = request;
  const memberId = actor.id;
  const { commandId } = body;
  const queue = statementQueue(memberId);
  return command({ actor, commandId, kind: "visits.record", body, queue }, async () => {
    const now = deps.clock.now();
    const checkIn = await findOwnCheckIn(memberId, body.checkInId);
    if (checkIn.visitId) {
      throw new AppError("visit.alreadyRecorded", `${checkIn._id} has a record`, { visitId: checkIn.visitId });
    }
    const fault = body.nextStep && nextStepFault(body.nextStep.on, checkIn.on);
    if (fault) {
      throw new AppError("input.invalid", "the next step's day", { fields: [{ field: "nextStep.on", code: fault }] });
    }
    const [alreadyCountedToday, evidence, { type, answers }, met] = await Promise.all([
      countsToday(memberId, checkIn.customerId, checkIn.on),
      standingNow(checkIn),
      stepsOfBody(deps, body, null),
      contactsMet(checkIn.customerId, body),
    ]);
    const stepsMissing = missingSteps(type, { ...body, answers }).length > 0;
    const { written } = body;
    const writtenAt = recordWrittenAt(written ? { at: new Date(written.at), kind: written.timeKind } : null, now);
    const { visitCase } = caseOf(checkIn, evidence, { writtenAt, stepsMissing, alreadyCountedToday });
    const { effective, reason } = judgeVisit(visitCase);
    const visit = visitRecord(`${memberId}:${commandId}`, { ...body, type, answers, met }, checkIn, {
      recordedAt: writtenAt,
      completeAt: stepsMissing ? null : writtenAt,
      ...{ effective, reason },
    });
    const first = effective ? await firstVisitOf(visit) : null;
    const takeFilesAlong = await takeFiles(deps, {
      ...{ visitId: visit._id, byName: actor.name, checkIn, type, answers, before: [], writtenAt },
      voice: body.voice ?? null,
    });
    const booking = effective
      ? await prepareBooking(deps, [await visitFact(deps, visit, now, first !== null)], [visitCause(visit)])
      : null;

    return {
      answer: { visit: presentVisit(visit, type, { ...checkIn, visitId: visit._id }, evidence) },
      audit: { action: "visit.record", subject: visit._id, at: now, detail: { effective, reason } },
      write: async (session) => {
        await insert(VisitModel, visit, session);
        await setVisit(checkIn, visit._id, session);
        await emit(writtenEvent(memberId, visit._id, 1), session, deps.realNow());
        await takeFilesAlong(session);
        if (booking) {
          await first?.claim(session);
          await markCounted(memberId, checkIn.customerId, checkIn.on, visit._id, session);
          await booking.write(session);
        }
        // Others may change what it was judged by until it is stored.
        if (mayHaveReview(checkIn) || reason === "alreadyCountedToday")
          await emit(betteredBy(checkIn, `visit:${visit._id}`), session, deps.realNow());
      },
    };
  });
}

function visitRecord(
  id: string,
  body: Omit<BodyOf<"visits.record">, "type" | "answers"> & { type: VisitTypeRef; answers: StepAnswer[] },
  checkIn: CheckInRecord,
  judged: Pick<VisitRecord, "recordedAt" | "completeAt" | "effective" | "reason">,
): VisitRecord {
  return {
    _id: id,
    schemaVersion: 1,
    memberId: checkIn.memberId,
    repMonth: `${checkIn.memberId}:${monthOf(checkIn.on)}`,
    customerId: checkIn.customerId,
    customerName: checkIn.customerName,
    memberCustomer: `${checkIn.memberId}:${checkIn.customerId}`,
    checkInId: checkIn._id,
    typeId: body.type.typeId,
    typeVersion: body.type.version,
    purpose: body.purpose,
    peopleMet: body.peopleMet,
    ...(body.met && body.met.length > 0 && { met: body.met }),
    record: body.record,
    nextStep: body.nextStep,
    answers: body.answers,
    voice: body.voice ?? null,
    on: checkIn.on,
    ...judged,
    revision: 1,
  };
}
