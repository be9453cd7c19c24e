import type { VisitView } from "@shared/contracts";
import { decidedBy } from "@shared/domain/deciderName";
import { missingSteps } from "@shared/domain/visitType";
import { isRecordDue, type VisitStanding, visitStanding } from "@shared/domain/visit";
import { serverNow } from "@/features/time";
import { useTypeWords } from "@/features/visits/useVisitTypes";
import { decidersText } from "@/components/decidersText";
import { known } from "@/texts";
import { fieldWords } from "@/texts/areas/main/field";
import { reviewWords } from "@/texts/areas/main/review";
import { usePageWords, type WordsWith } from "@/texts/pageWords";

interface StandingWords {
  standing: VisitStanding;
  /** Whether it counts, and why not. */
  text: string;
  /** What can be done, or what is to come; null where that is said already. */
  next: string | null;
  /** A second person can be asked. */
  mayAppeal: boolean;
}

/**
 * How a visit stands, why, and what can still be done until when: the same words wherever its rep reads them.
 * @param isOthers for somebody else, who can do nothing about it
 */
export function useStandingWords(visit: VisitView, isOthers = false): StandingWords {
  const words = usePageWords(fieldWords, reviewWords);
  const { f } = words;
  const wordOf = useTypeWords();
  const standing = visitStanding(visit, serverNow());
  const missing = f.names(missingSteps(visit.type, visit).map(({ label }) => wordOf(label)));
  const { appealUntil } = visit.checkIn.review ?? {};
  return {
    standing,
    text: textOf(visit, standing, { missing, isOthers }, words),
    next: nextOf(visit, standing, isOthers, words),
    mayAppeal: !isOthers && standing === "rejected" && Boolean(appealUntil),
  };
}

function textOf(
  { reason, checkIn }: VisitView,
  standing: VisitStanding,
  { missing: steps, isOthers }: { missing: string; isOthers: boolean },
  { t, f, language }: WordsWith<typeof fieldWords | typeof reviewWords>,
): string {
  const words = t.field.visit;
  const decision = checkIn.review?.decision ?? checkIn.review?.appeal?.first;
  if (reason === "steps.missing" && steps !== "")
    return !isRecordDue(standing)
      ? words.stepsTooLate({ steps })
      : isOthers
        ? words.stepsLeft({ steps, left: f.duration(Date.parse(checkIn.recordUntil) - serverNow().getTime()) })
        : words.stepsUntil({ steps, time: f.instant(new Date(checkIn.recordUntil)) });
  if (reason === "checkIn.rejected" && decision)
    return words.rejectedBy({ by: decidedBy(decision, language), reason: decision.reason });
  if (standing === "inDoubt" || standing === "waits")
    return words.undecided[standing]({ who: decidersText(checkIn.review?.deciderNames, "leader", { t, f }) });
  if (standing === "effective") return words.standing.effective;
  if (reason?.startsWith("checkIn.") && checkIn.review?.state === "unrecorded") return t.review.unrecorded;
  if (reason === "checkIn.unverified" && isOthers) return words.notVerified;
  return (reason && known(words.reasons, reason)) ?? words.standing.notCounted;
}

function nextOf(
  { checkIn: { review } }: VisitView,
  standing: VisitStanding,
  isOthers: boolean,
  { t, f }: WordsWith<typeof fieldWords>,
): string | null {
  const words = t.field.visit;
  if (!review) return null;
  if (standing === "appealed") return words.appealedUntil({ time: f.instant(new Date(review.decideUntil)) });
  if (standing === "rejected" && review.appealUntil && !isOthers)
    return words.appealUntil({ time: f.instant(new Date(review.appealUntil)) });
  return null;
}
