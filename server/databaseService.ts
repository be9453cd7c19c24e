import { connect, disconnect, endAbandonedTransactions } from "./db";
import { firstKeyNotedMs, noteFirstKey } from "./db/encryptedFields";
import type { Deps } from "./deps";
import type { Service } from "./lib/services";
import { prepareDatabase } from "./migrations/prepareDatabase";

/** The connection to the database, brought to this version: first to start, before anything serves; last to stop. */
export function databaseService(deps: Pick<Deps, "logger" | "realNow" | "settings" | "fieldKeys">): Service {
  let noting: NodeJS.Timeout | undefined;
  return {
    name: "database",
    async start() {
      await connect(deps.settings.MONGODB_URI);
      await endAbandonedTransactions();
      await prepareDatabase(deps);
      // Where the database is away for a moment, the next time says it.
      const note = () => void noteFirstKey(deps.fieldKeys, deps.realNow).catch(() => undefined);
      noting = setInterval(note, firstKeyNotedMs);
    },
    async stop() {
      clearInterval(noting);
      await disconnect();
    },
  };
}
