// Loads every model, so that all indexes are built.
import "../routes";
import { seedLargeCompany } from "./demoCompany/large/seedLarge";
import { seedDemoCompany } from "./demoCompany/seed";
import { startCommand } from "../cli/operator/operatorCommand";

const usage = `Fills an empty database with a demo company, once. npm start runs it.

  seed [SIZE]

  A SIZE is small, which is meant without one, pharma or large. Killed half way, the next run goes on where it stopped.
`;

startCommand({
  usage,
  failure: "The demo company could not be set up",
  needsPreparedDatabase: true,
  parse: (args) => ({ size: args.isEmpty ? ("small" as const) : args.oneOf("SIZE", ["small", "pharma", "large"]) }),
  async run({ size }, { deps, demoClock, say }) {
    if (!demoClock) throw new Error("it belongs into a demo's database, which DEMO=1 says");
    if (size === "large") await seedLargeCompany(deps, demoClock, { say });
    else await seedDemoCompany(deps, demoClock, size);
    return 0;
  },
});
