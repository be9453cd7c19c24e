import { defineEvent, type NewEvent } from "../../outbox";

/** Somebody has said that two clients are two, or has taken that back. */
export interface DuplicateDecided {
  pairId: string;
  revision: number;
  isDifferent: boolean;
}

export const duplicateDecided = defineEvent<DuplicateDecided>("duplicates.decided");

export const decidedEvent = (payload: DuplicateDecided): NewEvent =>
  duplicateDecided.of({
    payload,
    partition: `duplicate:${payload.pairId}`,
    cause: `${payload.pairId}:${payload.revision}`,
  });
