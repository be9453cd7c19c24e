import type { CheckInView } from "@shared/contracts";
import type { BusinessDay } from "@shared/domain/time";
import { checkInStanding, isRecordDue } from "@shared/domain/visit";
import { daysOfCheckIns } from "../checkIns";
import { withOutcomes } from "./outcomes";

/**
 * A member's check-ins of these days that would have counted, had their record been written, or its required steps, in time; the oldest
 * first. What was written too late has said so when it was.
 * @param now business time
 */
export async function recordsLapsed(memberId: string, days: readonly BusinessDay[], now: Date): Promise<CheckInView[]> {
  const checkIns = [...(await daysOfCheckIns(days.map((on) => ({ memberId, on })))).values()];
  const over = checkIns.filter(({ recordUntil }) => Date.parse(recordUntil) < now.getTime());
  const lapsed = (await withOutcomes(over)).filter((checkIn) =>
    isRecordDue(checkInStanding(checkIn, new Date(checkIn.recordUntil))),
  );
  return lapsed.sort((a, b) => (a.checkedInAt < b.checkedInAt ? -1 : 1));
}
