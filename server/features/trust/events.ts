import { defineEvent } from "../../outbox";

/** There is something to ask about a check-in, of which somebody may hear. */
export interface SignalsFound {
  checkInId: string;
  memberId: string;
  customerName: string;
  /** The day, `2026-03-26`. */
  on: string;
  /** How many signals. */
  count: number;
  /** From when on leaders see them, where the rep says nothing before; business time, ISO. */
  leaderSeesFrom: string;
  /** Business time, ISO. */
  at: string;
}

export const signalsFound = defineEvent<SignalsFound>("signals.found");
