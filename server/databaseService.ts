import { connect, disconnect, endAbandonedTransactions } from "./db";
import type { Deps } from "./deps";
import type { Service } from "./lib/services";
import { prepareDatabase } from "./migrations/prepareDatabase";

/** The connection to the database, brought to this version: first to start, before anything serves; last to stop. */
export function databaseService(deps: Pick<Deps, "logger" | "realNow" | "settings" | "fieldKeys">): Service {
  return {
    name: "database",
    async start() {
      await connect(deps.settings.MONGODB_URI).catch((cause: unknown) => {
        // The driver's own message may hold the address with its password.
        throw new Error("no database answers at MONGODB_URI: start it, or set another address", { cause });
      });
      await endAbandonedTransactions();
      await prepareDatabase(deps);
    },
    stop: disconnect,
  };
}
