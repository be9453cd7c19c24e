import { defineEvent } from "../../outbox";

/** A check-in is in doubt: somebody may look at it. */
export interface CheckInDoubted {
  checkInId: string;
}

export const checkInDoubted = defineEvent<CheckInDoubted>("checkIn.doubted");

/** Another of the day at the same customer, which may make good what was in doubt. */
export interface CheckInBettered {
  /** The new one. */
  checkInId: string;
  memberId: string;
  customerId: string;
  /** The day, `2026-03-26`. */
  on: string;
}

export const checkInBettered = defineEvent<CheckInBettered>("checkIn.bettered");
