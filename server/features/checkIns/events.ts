import { defineEvent } from "../../outbox";

/** A check-in is in doubt: somebody may look at it. */
export interface CheckInDoubted {
  checkInId: string;
}

export const checkInDoubted = defineEvent<CheckInDoubted>("checkIn.doubted");

/** How the check-ins of the day at a customer stand to each other has changed: by another one, or by a decision on one. */
export interface CheckInBettered {
  /** The new one, or the one that was decided on. */
  checkInId: string;
  memberId: string;
  customerId: string;
  /** The day, `2026-03-26`. */
  on: string;
}

export const checkInBettered = defineEvent<CheckInBettered>("checkIn.bettered");
