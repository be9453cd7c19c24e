import type { BusinessDay } from "@shared/domain/time";
import { defineEvent, type NewEvent } from "../../outbox";

/** Somebody has said that two clients are two, or has taken that back. */
export interface DuplicateDecided {
  pairId: string;
  revision: number;
  isDifferent: boolean;
}

export const duplicateDecided = defineEvent<DuplicateDecided>("duplicates.decided");

/** A pair that waited is not alike any more, or has become one. */
export interface DuplicateGone {
  pairId: string;
  /** As they were in the last night in which it was found. */
  unitIds: string[];
}

export const duplicateGone = defineEvent<DuplicateGone>("duplicates.gone");

export const goneEvent = (payload: DuplicateGone, on: BusinessDay): NewEvent =>
  duplicateGone.of({ payload, partition: `duplicate:${payload.pairId}`, cause: `${payload.pairId}:${on}` });

export const decidedEvent = (payload: DuplicateDecided): NewEvent =>
  duplicateDecided.of({
    payload,
    partition: `duplicate:${payload.pairId}`,
    cause: `${payload.pairId}:${payload.revision}`,
  });
