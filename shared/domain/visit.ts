import { addDays, type BusinessDay } from "./time";
import { isAccepted, type CheckInVerdict } from "./checkIn";

/** How long after the check-in its record may be written (Q11). The last millisecond still counts. */
export const recordWindowMs = 24 * 3_600_000;

/** The first condition that is missing for an effective visit. */
export type VisitReason =
  | "checkIn.outside"
  | "checkIn.unverified"
  | "record.missing"
  | "record.late"
  | "alreadyCountedToday";

/** Whether a record is still missing that would make a check-in count. `repeatedOnDay` null: not known, as on the phone that has just made it. */
export const needsRecord = ({
  visitId,
  repeatedOnDay,
  verdict,
}: {
  visitId: string | null;
  repeatedOnDay: boolean | null;
  verdict: CheckInVerdict;
}): boolean => visitId === null && !repeatedOnDay && isAccepted(verdict);

export interface VisitCase {
  verdict: CheckInVerdict;
  /** From the check-in to its record; negative where it was written on the way; null: not written yet. */
  recordDelayMs: number | null;
  windowMs: number;
  /** One effective visit counts per customer, rep and day. */
  alreadyCountedToday: boolean;
}

/** Whether a visit counts (有效拜访: V142–V149), or the first condition that is missing. */
export function judgeVisit(visit: VisitCase): { effective: boolean; reason: VisitReason | null } {
  const reason = missingCondition(visit);
  return { effective: reason === null, reason };
}

function missingCondition(visit: VisitCase): VisitReason | null {
  if (!isAccepted(visit.verdict)) return visit.verdict === "outside" ? "checkIn.outside" : "checkIn.unverified";
  if (visit.recordDelayMs === null) return "record.missing";
  if (visit.recordDelayMs > visit.windowMs) return "record.late";
  return visit.alreadyCountedToday ? "alreadyCountedToday" : null;
}

/** A next step lies between the day of the check-in and a year later. */
export function nextStepFault(
  nextStepOn: BusinessDay,
  checkedInOn: BusinessDay,
): "nextStep.past" | "nextStep.tooFar" | null {
  if (nextStepOn < checkedInOn) return "nextStep.past";
  return nextStepOn > addDays(checkedInOn, 366) ? "nextStep.tooFar" : null;
}
