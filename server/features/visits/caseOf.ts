import { judgeVisit, recordWindowMs, type VisitCase } from "@shared/domain/visit";
import type { CheckInRecord, Evidence } from "../checkIns";

/**
 * A record as it is judged: by its own check-in; where that counts for nothing, by the one of the day that counts in its place, if it is in
 * time for that as well. What was written about a day is not lost with the tap that it was written at.
 * @param writtenAt null: not written yet
 */
export function caseOf(
  { verdict, checkedInAt }: Pick<CheckInRecord, "verdict" | "checkedInAt">,
  { state, insteadAt }: Pick<Evidence, "state" | "insteadAt">,
  { writtenAt, alreadyCountedToday }: { writtenAt: Date; alreadyCountedToday: boolean },
): { visitCase: VisitCase; isCarried: boolean } {
  const own: VisitCase = {
    verdict,
    review: state,
    recordDelayMs: writtenAt.getTime() - checkedInAt.getTime(),
    windowMs: recordWindowMs,
    alreadyCountedToday,
  };
  if (insteadAt === null) return { visitCase: own, isCarried: false };
  const recordDelayMs = writtenAt.getTime() - insteadAt.getTime();
  const carried: VisitCase = { ...own, review: "mended", recordDelayMs };
  const isCarried = judgeVisit({ ...carried, alreadyCountedToday: false }).effective;
  return { visitCase: isCarried ? carried : own, isCarried };
}
