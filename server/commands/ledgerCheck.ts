import { settingsOrExit } from "../../config/env";
import { connect, disconnect } from "../db";
import { checkLedger, sentenceOf } from "./ledgerCheck/checkLedger";
import { Progress } from "./ledgerCheck/progress";

/**
 * `npm run ledger:check`: recomputes every balance from the facts. Exits with 0 and what was looked at, or with 1 and the
 * first difference.
 */
async function main(): Promise<number> {
  await connect(settingsOrExit().MONGODB_URI);
  try {
    const progress = new Progress(
      (line) => process.stderr.write(`${line}\n`),
      () => performance.now(),
    );
    const difference = await checkLedger(progress);
    if (difference) {
      process.stderr.write(`The ledger differs from the facts. First difference: ${sentenceOf(difference)}\n`);
      return 1;
    }
    const { members, months, facts, credits, journals } = progress.counts;
    process.stdout.write(
      `The ledger agrees with the facts: ${members} members, ${months} months, ${facts} facts, ${credits} credits, ${journals} journals.\n`,
    );
    return 0;
  } finally {
    await disconnect();
  }
}

main().then(
  (code) => (process.exitCode = code),
  (error: unknown) => {
    process.stderr.write(`The ledger could not be read: ${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  },
);
