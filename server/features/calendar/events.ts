import type { Month } from "@shared/domain/time";
import { defineEvent } from "../../outbox";

/** The day on which an open month was to be cut off is off now: it is cut off later. */
export interface CutOffMoved {
  month: Month;
  /** Instants, ISO. */
  beforeAt: string;
  afterAt: string;
  byId: string;
  byName: string;
  /** Business time, ISO. */
  at: string;
}

export const cutOffMoved = defineEvent<CutOffMoved>("cutOff.moved");
