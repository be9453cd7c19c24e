import type { ClientSession } from "mongoose";
import { insert } from "../db";
import { currentRequestId } from "../lib/requestContext";
import type { EventPayloads, EventType, Partition } from "./eventTypes";
import { EventModel, type EventRecord } from "./outboxModel";
import { wakeAfter } from "./wake";

/** An event as its maker writes it. */
export type NewEvent = { [T in EventType]: NewEventOf<T> }[EventType];

export interface NewEventOf<T extends EventType> {
  type: T;
  payload: EventPayloads[T];
  partition: Partition;
  /** The id of the command, event, run or notice that it follows from; the event's own id is made of it. */
  cause: string;
  /** Tells apart several events of one type with the same cause. */
  part?: string;
  /** Real time; without it, at once. */
  dueAt?: Date;
  /** Business time before which it is not worked off; in place of `dueAt`. */
  notBefore?: Date;
}

/**
 * Leaves an event, in the transaction of the facts that it tells of. The id follows from the cause: doing it twice is
 * a duplicate key, which fails the transaction.
 */
export async function emit(event: NewEvent, session: ClientSession, realNow: Date = new Date()): Promise<void> {
  await insert(EventModel, toEventRecord(event, realNow), session);
  wakeAfter(session);
}

/** As `emit`, but an event that is there already is left as it is. For handlers, which may run again. */
export async function emitOnce(event: NewEvent, session: ClientSession, realNow: Date): Promise<void> {
  const { _id, ...fields } = toEventRecord(event, realNow);
  await EventModel.updateOne({ _id }, { $setOnInsert: fields }, { upsert: true, session });
  wakeAfter(session);
}

export function eventIdOf(event: Pick<NewEvent, "cause" | "part" | "type">): string {
  return [event.cause, ...(event.part === undefined ? [] : [event.part]), event.type].join(":");
}

/** As `emitOnce`, but one that was given up is tried again from the beginning. */
export async function emitAgain(event: NewEvent, session: ClientSession, realNow: Date): Promise<void> {
  const { _id, state, dueAt, attempts, bugs, ...fields } = toEventRecord(event, realNow);
  await EventModel.updateOne(
    { _id },
    { $set: { state, dueAt, attempts, bugs }, $setOnInsert: fields },
    { upsert: true, session },
  );
  wakeAfter(session);
}

function toEventRecord(event: NewEvent, realNow: Date): EventRecord {
  return {
    _id: eventIdOf(event),
    schemaVersion: 1,
    type: event.type,
    payload: event.payload,
    partition: event.partition,
    cause: event.cause,
    requestId: currentRequestId() ?? null,
    attempts: 0,
    bugs: 0,
    createdAt: realNow,
    failure: null,
    state: event.notBefore ? "waiting" : "due",
    dueAt: event.notBefore ?? event.dueAt ?? realNow,
  };
}
