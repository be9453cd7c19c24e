import type { ClientSession } from "mongoose";
import type { BusinessDay } from "@shared/domain/time";
import { claimKey, keyTaken } from "../../db";

// One effective visit counts per customer, rep and day; the unique key decides between two records sent at once.
export const countedDayKeyOf = (memberId: string, customerId: string, on: BusinessDay) =>
  `effectiveVisit:${memberId}:${customerId}:${on}`;

export function countsToday(memberId: string, customerId: string, on: BusinessDay): Promise<boolean> {
  return keyTaken(countedDayKeyOf(memberId, customerId, on));
}

export function markCounted(
  memberId: string,
  customerId: string,
  on: BusinessDay,
  visitId: string,
  session: ClientSession,
): Promise<void> {
  return claimKey(countedDayKeyOf(memberId, customerId, on), visitId, session);
}
