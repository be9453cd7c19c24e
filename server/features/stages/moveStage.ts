import type { AnswerOf, BodyOf } from "@shared/contracts";
import { daysAround } from "@shared/domain/checkIn";
import { takesAt } from "@shared/domain/period";
import { stageFault } from "@shared/domain/stage";
import { businessDayOf, monthOf } from "@shared/domain/time";
import { recordWrittenAt } from "@shared/domain/visit";
import { AppError } from "@shared/errors";
import { command, insert, updateAtRevision } from "../../db";
import type { MemberActor } from "../../http";
import { customersNow, findCustomer, servedOnAny, setStage } from "../customers";
import { bookedInOf, standingOf } from "../periods";
import { type BookingDeps, prepareBooking, statementQueue } from "../statements";
import { stageChangesAt } from "./stageChanges";
import { stageFact, takenBack } from "./stageFact";
import { StageChangeModel, type StageChangeRecord } from "./stageModel";

type Moved = AnswerOf<"stages.move">;

/** The customer, what was said and what it counts, in one transaction. Somebody else may have moved it meanwhile: then nothing is changed. */
export async function moveStage(
  deps: BookingDeps,
  { actor, customerId, body }: { actor: MemberActor; customerId: string; body: BodyOf<"stages.move"> },
): Promise<Moved> {
  const { commandId } = body;
  const request = { actor, commandId, kind: "stages.move", body: { ...body, customerId } };
  const moved = await command<Moved>({ ...request, queue: statementQueue(actor.id) }, async () => {
    const now = deps.clock.now();
    const { from, to, reason, written } = body;
    const at = recordWrittenAt(written ? { at: new Date(written.at), kind: written.timeKind } : null, now);
    const customer = await findCustomer(customerId);
    if (!servedOnAny(customer, actor.id, daysAround(at)))
      throw new AppError("customer.unknown", `${customerId} is not served by ${actor.id}`);
    const fault = stageFault(from, to, reason);
    if (fault) throw invalid(fault === "stage.same" ? "to" : "reason", fault);
    const { stage } = customer;
    if (stage !== from) throw new AppError("stage.changed", `${customer._id} is at ${stage} by now`, { stage });
    const on = businessDayOf(at);
    const said = { memberId: actor.id, customerId: customer._id, from, to, at, on, recordedAt: now };
    const fact = await stageFact(deps, said);
    const change: StageChangeRecord = {
      _id: `${actor.id}:${commandId}`,
      schemaVersion: 1,
      ...said,
      repMonth: `${actor.id}:${monthOf(on)}`,
      customerName: customer.shortName,
      reason,
      factRevision: fact?.revision ?? null,
      customerRevision: customer.revision + 1,
      undoneAt: null,
      revision: 1,
    };
    const { _id } = change;
    const booking = fact && (await prepareBooking(deps, [fact], [{ kind: "stage", id: _id }]));
    return {
      answer: { stageChangeId: _id, customerId: customer._id, stage: to },
      audit: { action: "stage.move", subject: _id, at: now, detail: { customerId: customer._id, from, to } },
      write: async (session) => {
        await setStage(customer, to, session);
        await insert(StageChangeModel, change, session);
        await booking?.write(session);
      },
    };
  });
  customersNow(deps).forget(moved.customerId);
  return moved;
}

/** Puts a customer back to where it was before its member moved it, and takes off what that has counted. */
export async function undoMove(
  deps: BookingDeps,
  { actor, stageChangeId, body }: { actor: MemberActor; stageChangeId: string; body: BodyOf<"stages.undo"> },
): Promise<Moved> {
  const { commandId } = body;
  const request = { actor, commandId, kind: "stages.undo", body: { ...body, stageChangeId } };
  const undone = await command<Moved>({ ...request, queue: statementQueue(actor.id) }, async () => {
    const now = deps.clock.now();
    const change = await StageChangeModel.findOne({ _id: stageChangeId }).lean<StageChangeRecord | null>();
    if (!change || change.memberId !== actor.id)
      throw new AppError("stage.unknown", `no change of a stage ${stageChangeId}`);
    const customer = await findCustomer(change.customerId);
    const { stage } = customer;
    const answer = { stageChangeId, customerId: customer._id, stage: change.from };
    // Taken back already, such as on another phone.
    if (change.undoneAt) return { answer: { ...answer, stage }, write: async () => undefined };
    // One that has become another is at the stage of that one, which nobody has moved by this.
    const isItself = customer._id === change.customerId;
    if (!isItself || stage !== change.to || !(await isNewest(change, now)))
      throw new AppError("stage.changed", `${customer._id} is at ${stage} by now`, { stage });
    if (!(await isUndoable(deps, change, now)))
      throw new AppError("stage.undoClosed", `${stageChangeId} is of a month that is cut off`);
    const fact = await takenBack(change, now);
    const booking = fact && (await prepareBooking(deps, [fact], [{ kind: "stage", id: stageChangeId }]));
    return {
      answer,
      audit: { action: "stage.undo", subject: stageChangeId, at: now, detail: { customerId: customer._id } },
      write: async (session) => {
        await setStage(customer, change.from, session);
        const { revision } = change;
        await updateAtRevision(StageChangeModel, { id: stageChangeId, revision, set: { undoneAt: now } }, session);
        await booking?.write(session);
      },
    };
  });
  customersNow(deps).forget(undone.customerId);
  return undone;
}

/** Until the cut-off of the month that it is booked in. */
export async function isUndoable(
  deps: Pick<BookingDeps, "settings">,
  { on, recordedAt }: Pick<StageChangeRecord, "on" | "recordedAt">,
  now: Date,
): Promise<boolean> {
  return takesAt(await standingOf(deps, await bookedInOf(deps, { countsOn: on, recordedAt })), now);
}

/** One that was moved on since, or there once more, is not put back past that. */
async function isNewest({ _id, customerId }: StageChangeRecord, now: Date): Promise<boolean> {
  const standing = (await stageChangesAt(customerId, { at: now, id: null }, lookedAtMax)).filter(
    ({ undoneAt }) => !undoneAt,
  );
  const newest = Math.max(...standing.map((change) => change.customerRevision));
  return standing.find((change) => change.customerRevision === newest)?._id === _id;
}

const lookedAtMax = 50;

const invalid = (field: string, code: string): AppError =>
  new AppError("input.invalid", `wrong: ${field}`, { fields: [{ field, code }] });
