import { checkLedger, sentenceOf } from "./ledgerCheck/checkLedger";
import { Progress } from "./ledgerCheck/progress";
import { operatorCommand } from "./operator/operatorCommand";

/**
 * `npm run ledger:check`: recomputes every balance from the facts. Exits with 0 and what was looked at, or with 1 and the
 * first difference.
 */
operatorCommand({
  failure: "The ledger could not be read",
  async run(_request, { say, complain }) {
    const progress = new Progress(complain, () => performance.now());
    const difference = await checkLedger(progress);
    if (difference) {
      complain(`The ledger differs from the facts. First difference: ${sentenceOf(difference)}`);
      return 1;
    }
    const { members, months, facts, credits, journals } = progress.counts;
    say(
      `The ledger agrees with the facts: ${members} members, ${months} months, ${facts} facts, ${credits} credits, ${journals} journals.`,
    );
    return 0;
  },
});
