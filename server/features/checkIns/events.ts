import { defineEvent, type NewEvent } from "../../outbox";
import type { CheckInRecord } from "./checkInModel";

/** A check-in is in doubt: somebody may look at it. */
export interface CheckInDoubted {
  checkInId: string;
}

export const checkInDoubted = defineEvent<CheckInDoubted>("checkIn.doubted");

/**
 * What a day at a customer is judged by may have changed: by another check-in, by a decision on one, or by a record that was judged
 * before either was known. It is judged anew after that is stored.
 */
export interface CheckInBettered {
  /** The new one, the one that was decided on, or the one that was recorded. */
  checkInId: string;
  memberId: string;
  customerId: string;
  /** The day, `2026-03-26`. */
  on: string;
}

/** @param cause what has changed it */
export const betteredBy = (
  { _id, memberId, customerId, on }: Pick<CheckInRecord, "_id" | "memberId" | "customerId" | "on">,
  cause: string,
): NewEvent =>
  checkInBettered.of({ payload: { checkInId: _id, memberId, customerId, on }, partition: `checkIn:${_id}`, cause });

export const checkInBettered = defineEvent<CheckInBettered>("checkIn.bettered");
