// Loads every model, so that all indexes are built.
import "../routes";
import { seedLargeCompany } from "./demoCompany/large/seedLarge";
import { seedDemoCompany } from "./demoCompany/seed";
import { operatorCommand } from "./operator/operatorCommand";

/**
 * Fills an empty database with the demo company, once; with the argument `large` it is the large one, and says how far it is.
 * Killed half way, the next run goes on where it stopped.
 */
operatorCommand({
  failure: "The demo company could not be set up",
  needsPreparedDatabase: true,
  parse: ([size]) => ({ isLarge: size === "large" }),
  async run({ isLarge }, { deps, demoClock, say }) {
    if (!demoClock) throw new Error("it belongs into a demo's database, which DEMO=1 says");
    if (isLarge) await seedLargeCompany(deps, demoClock, { say });
    else await seedDemoCompany(deps, demoClock);
    return 0;
  },
});
