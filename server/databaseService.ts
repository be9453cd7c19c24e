import { buildIndexes, connect, disconnect, endAbandonedTransactions } from "./db";
import type { Service } from "./lib/services";

/** The connection to the database with its indexes: first to start, last to stop. */
export function databaseService(uri: string): Service {
  return {
    name: "database",
    async start() {
      await connect(uri).catch((cause: unknown) => {
        // The driver's own message may hold the address with its password.
        throw new Error("no database answers at MONGODB_URI: start it, or set another address", { cause });
      });
      await endAbandonedTransactions();
      await buildIndexes();
    },
    stop: disconnect,
  };
}
