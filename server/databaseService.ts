import { connect, disconnect, endAbandonedTransactions } from "./db";
import type { Deps } from "./deps";
import type { Service } from "./lib/services";
import { prepareDatabase } from "./migrations/prepareDatabase";

/** The connection to the database, brought to this version: first to start, before anything serves; last to stop. */
export function databaseService(deps: Pick<Deps, "logger" | "realNow" | "settings" | "fieldKeys">): Service {
  return {
    name: "database",
    async start() {
      await connect(deps.settings.MONGODB_URI);
      await endAbandonedTransactions();
      await prepareDatabase(deps);
    },
    stop: disconnect,
  };
}
