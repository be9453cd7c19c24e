import { AppError } from "@shared/errors";
import { EventModel, type EventRecord } from "./outboxModel";
import { wake } from "./wake";

export interface DeadEvent {
  eventId: string;
  type: string;
  partition: string;
  cause: string;
  attempts: number;
  reason: string;
  /** Real time. */
  diedAt: Date;
}

/** Events that were given up, the oldest first, with the reason of each. */
export async function listDead(limit = 100): Promise<DeadEvent[]> {
  const found = await EventModel.find({ state: "dead" }).sort({ dueAt: 1 }).limit(limit).lean<EventRecord[]>();
  return found.map((event) => ({
    eventId: event._id,
    type: event.type,
    partition: event.partition,
    cause: event.cause,
    attempts: event.attempts,
    reason: event.failure ?? "",
    diedAt: event.dueAt,
  }));
}

/** Tries a dead event again from the beginning. Repeating it changes nothing. */
export async function resendDead(eventId: string, realNow: Date): Promise<void> {
  const event = await EventModel.findOne({ _id: eventId }).lean();
  if (!event) throw new AppError("notice.unknown", `no open event ${eventId}`);
  if (event.state !== "dead") return;
  await EventModel.updateOne({ _id: eventId }, { $set: { state: "due", dueAt: realNow, attempts: 0, bugs: 0 } });
  wake();
}
