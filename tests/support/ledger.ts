import { behindSentenceOf, checkLedger, sentenceOf } from "../../server/cli/ledgerCheck/checkLedger";
import { Progress } from "../../server/cli/ledgerCheck/progress";
import { lookAt } from "./testDatabase";

/** What `npm run ledger:check` says of the stored ledger: what is wrong or behind first, or null and what it looked at. */
export async function checkedLedger(
  running = "2026-03",
): Promise<{ difference: string | null; counts: Progress["counts"] }> {
  const progress = new Progress(
    () => undefined,
    () => 0,
  );
  // It reads whole collections, as an operator's command may.
  const { difference, behind } = await lookAt(() => checkLedger(progress, running));
  const said = difference ? sentenceOf(difference) : behind && behindSentenceOf(behind);
  return { difference: said, counts: progress.counts };
}
