import type { VisitView } from "@shared/contracts";
import { missingSteps } from "@shared/domain/visitType";
import { recordWindowMs } from "@shared/domain/visit";
import { serverNow } from "@/features/time";
import { useTypeWords } from "@/features/visits/useVisitTypes";
import { known, useWords } from "@/texts";

/** Why a visit does not count, and, where that can still be helped, what is to be done until when; null where it counts. */
export function useReasonWords({ reason, type, checkIn, ...recorded }: VisitView): string | null {
  const { t, f } = useWords();
  const words = t.field.visit;
  const wordOf = useTypeWords();
  if (reason === null) return null;
  const missing = missingSteps(type, recorded);
  if (reason !== "steps.missing" || missing.length === 0)
    return known(words.reasons, reason) ?? words.standing.notCounted;
  const steps = f.names(missing.map(({ label }) => wordOf(label)));
  const until = new Date(Date.parse(checkIn.checkedInAt) + recordWindowMs);
  return serverNow() <= until ? words.stepsUntil({ steps, time: f.instant(until) }) : words.stepsTooLate({ steps });
}
