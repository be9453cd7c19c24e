import type { Difference } from "./difference";
import { checkCredits, checkFacts } from "./facts";
import { checkMonths } from "./months";
import { checkOrphans } from "./orphans";
import type { Progress } from "./progress";

/**
 * Recomputes everything that pays from the facts and names the first difference, those that others follow from first. It
 * changes nothing, may run while people work, and holds one month or some hundred facts at a time.
 */
export async function checkLedger(progress: Progress): Promise<Difference | null> {
  return (
    (await checkFacts(progress)) ??
    (await checkCredits(progress)) ??
    (await checkMonths(progress)) ??
    (await checkOrphans())
  );
}

export function sentenceOf({ memberId, period, at, expected, found }: Difference): string {
  const whose = memberId === null ? "" : `member ${memberId}, `;
  return `${whose}${period === null ? "" : `period ${period}, `}${at}: expected ${expected}, found ${found}`;
}
