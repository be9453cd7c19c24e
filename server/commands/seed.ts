import { createDeps } from "../createDeps";
import { settingsOrExit } from "../../config/env";
import { seedLargeCompany } from "./demoCompany/large/seedLarge";
import { seedDemoCompany } from "./demoCompany/seed";
import { connect, disconnect } from "../db";
import { DemoClock } from "../features/demo";
import { prepareDatabase } from "../migrations/prepareDatabase";

/**
 * Fills an empty database with the demo company, once; with the argument `large` it is the large one, and says how far it is.
 * Killed half way, the next run goes on where it stopped.
 */
async function main(): Promise<void> {
  const settings = settingsOrExit();
  const isLarge = process.argv[2] === "large";
  const realNow = () => new Date();
  const clock = new DemoClock(realNow);
  const deps = createDeps(settings, { clock, realNow });
  await connect(settings.MONGODB_URI);
  try {
    await prepareDatabase(deps);
    await clock.refresh();
    if (isLarge) await seedLargeCompany(deps, clock, { say: (line) => process.stdout.write(`${line}\n`) });
    else await seedDemoCompany(deps, clock);
  } finally {
    await disconnect();
  }
}

main().catch((error: unknown) => {
  process.stderr.write(`The demo company could not be set up: ${String(error)}\n`);
  process.exit(1);
});
