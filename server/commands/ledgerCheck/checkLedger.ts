import type { Month } from "@shared/domain/time";
import type { Behind, Checked, Difference } from "./difference";
import { checkCredits, checkFacts } from "./facts";
import { checkMonths } from "./months";
import { checkOrphans } from "./orphans";
import type { Progress } from "./progress";

/**
 * Recomputes everything that pays from the facts and names the first difference, those that others follow from first; and the
 * first month that stands otherwise than it would be priced now. It changes nothing, may run while people work, and holds some
 * months or some hundred facts at a time.
 * @param running the month that it is
 */
export async function checkLedger(progress: Progress, running: Month): Promise<Checked> {
  const difference = (await checkFacts(progress)) ?? (await checkCredits(progress));
  if (difference) return { difference, behind: null };
  const months = await checkMonths(progress, running);
  return { ...months, difference: months.difference ?? (await checkOrphans()) };
}

export const sentenceOf = (difference: Difference): string =>
  `${whereOf(difference)}: expected ${difference.expected}, found ${difference.found}`;

export function behindSentenceOf(behind: Behind): string {
  const why = behind.isGivenUp ? "; its pricing was given up, which npm run outbox lists" : "";
  return `${whereOf(behind)}: would be priced with ${behind.expected}, stands with ${behind.found}${why}`;
}

function whereOf({ memberId, period, at }: Difference): string {
  const whose = memberId === null ? "" : `member ${memberId}, `;
  return `${whose}${period === null ? "" : `period ${period}, `}${at}`;
}
