import { judgeVisit, recordWindowMs, type VisitCase } from "@shared/domain/visit";
import type { CheckInRecord, Evidence } from "../checkIns";

/**
 * A record as it is judged: by its own check-in; where that counts for nothing, by the one of the day that counts in its place, if it is in
 * time for that as well. What was written about a day is not lost with the tap that it was written at.
 * @param writtenAt when nothing was missing in it any more, or, where something still is, when it was begun
 */
export function caseOf(
  { verdict, checkedInAt }: Pick<CheckInRecord, "verdict" | "checkedInAt">,
  { state, insteadAt }: Pick<Evidence, "state" | "insteadAt">,
  {
    writtenAt,
    stepsMissing,
    alreadyCountedToday,
  }: Omit<VisitCase, "verdict" | "review" | "recordDelayMs" | "windowMs"> & { writtenAt: Date },
): { visitCase: VisitCase; isCarried: boolean } {
  const own: VisitCase = {
    verdict,
    review: state,
    recordDelayMs: writtenAt.getTime() - checkedInAt.getTime(),
    windowMs: recordWindowMs,
    stepsMissing,
    alreadyCountedToday,
  };
  if (insteadAt === null) return { visitCase: own, isCarried: false };
  const recordDelayMs = writtenAt.getTime() - insteadAt.getTime();
  const carried: VisitCase = { ...own, review: "mended", recordDelayMs };
  const isCarried = judgeVisit({ ...carried, alreadyCountedToday: false }).effective;
  return { visitCase: isCarried ? carried : own, isCarried };
}
