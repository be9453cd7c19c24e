import { businessDayOf, monthOf } from "@shared/domain/time";
import { behindSentenceOf, checkLedger, sentenceOf } from "./ledgerCheck/checkLedger";
import { Progress } from "./ledgerCheck/progress";
import { startCommand } from "./operator/operatorCommand";

const usage = `Recomputes every balance from the facts, and every unit's sum and month of pay from what they would be computed with now.

  npm run ledger:check

  Exit code 0 with what was looked at, or 1 with the first difference. Nothing is changed.
`;

startCommand({
  usage,
  failure: "The ledger could not be read",
  async run(_request, { deps, say, complain }) {
    const progress = new Progress(complain, () => performance.now());
    const { difference, behind } = await checkLedger(progress, monthOf(businessDayOf(deps.clock.now())));
    const {
      members,
      months,
      facts,
      credits,
      journals,
      beingPriced,
      withOldPlans,
      behind: behindCount,
    } = progress.counts;
    if (difference) complain(`The ledger differs from the facts. First difference: ${sentenceOf(difference)}`);
    if (behind) {
      const count = behindCount > 0 ? ` (${behindCount} months of pay)` : "";
      complain(`Something stands otherwise than it would be computed now${count}. First: ${behindSentenceOf(behind)}`);
    }
    if (difference || behind) return 1;
    say(
      `The ledger agrees with the facts: ${members} members, ${months} months, ${facts} facts, ${credits} credits, ${journals} journals.`,
    );
    if (beingPriced > 0)
      say(`Of these months ${beingPriced} are being priced again, since what they are priced with has changed.`);
    if (withOldPlans > 0)
      say(`Of these months ${withOldPlans} are so long past that they keep the plans that they were priced by.`);
    return 0;
  },
});
