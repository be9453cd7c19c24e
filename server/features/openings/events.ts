import { defineEvent } from "../../outbox";

/** A table of opening balances waits for a second person. */
export interface OpeningSubmitted {
  importId: string;
}

export const openingSubmitted = defineEvent<OpeningSubmitted>("opening.submitted");

/** It was decided on. */
export interface OpeningClosed {
  importId: string;
  /** Who has prepared it. */
  memberId: string;
  allowed: boolean;
  /** Who has decided; whoever has prepared it, where they took it back. Absent in events of versions that knew no taking back. */
  byId?: string;
  byName: string;
  reason: string | null;
  /** Business time, ISO. */
  at: string;
}

export const openingClosed = defineEvent<OpeningClosed>("opening.closed");
