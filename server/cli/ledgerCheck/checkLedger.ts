import type { Month } from "@shared/domain/time";
import type { Behind, Checked, Difference } from "./difference";
import { checkCredits, checkFacts } from "./facts";
import { checkMonths } from "./months";
import { checkOpenings } from "./openings";
import { checkOrphans } from "./orphans";
import { checkShares } from "./shares";
import { behindResult } from "./unitResults";
import type { Progress } from "./progress";

/**
 * Recomputes everything that pays from the facts and names the first difference, those that others follow from first; and the
 * first unit's sum, or else month of pay, that stands otherwise than it would be computed now. It changes nothing, may run while people work, and holds some
 * months or some hundred facts at a time.
 * @param running the month that it is
 */
export async function checkLedger(progress: Progress, running: Month): Promise<Checked> {
  const beneath = (await checkFacts(progress)) ?? (await checkCredits(progress)) ?? (await checkShares());
  if (beneath) return { difference: beneath, behind: null };
  const result = await behindResult();
  const months = await checkMonths(progress, running);
  const difference = months.difference ?? (await checkOpenings(progress)) ?? (await checkOrphans());
  return { difference, behind: result ?? months.behind };
}

export const sentenceOf = (difference: Difference): string =>
  `${whereOf(difference)}: expected ${difference.expected}, found ${difference.found}`;

export function behindSentenceOf(behind: Behind): string {
  const why = behind.isGivenUp ? "; working it off was given up, which npm run outbox lists" : "";
  return `${whereOf(behind)}: by now ${behind.expected}, stands with ${behind.found}${why}`;
}

function whereOf({ memberId, period, at }: Difference): string {
  const whose = memberId === null ? "" : `member ${memberId}, `;
  return `${whose}${period === null ? "" : `period ${period}, `}${at}`;
}
