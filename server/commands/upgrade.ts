import { settingsOrExit } from "../../config/env";
import { createDeps } from "../createDeps";
import { connect, disconnect, endAbandonedTransactions } from "../db";
import { checkFieldKeys } from "../db/encryptedFields";
import { DemoClock } from "../features/demo";
import { migrations } from "../migrations";
import { upgrade } from "../migrations/upgrade/upgrade";
// Loads every model, so that all indexes are built.
import "../routes";

/**
 * npm run upgrade: brings the database to this version, after a rehearsal on a copy that compares every statement. For whoever
 * runs the server, with the product stopped and a backup made. Exit code 1 where it must not go on.
 */
async function main(): Promise<number> {
  const settings = settingsOrExit();
  const realNow = () => new Date();
  const demoClock = settings.DEMO ? new DemoClock(realNow) : null;
  const deps = createDeps(settings, { realNow, ...(demoClock && { clock: demoClock }) });
  const uri = settings.MONGODB_URI;
  await connect(uri);
  try {
    await endAbandonedTransactions();
    await checkFieldKeys(deps.fieldKeys, realNow);
    await demoClock?.refresh();
    const show = (line: string) => process.stdout.write(`${line}\n`);
    // What goes well is shown; the log would say it a second time.
    const logger = deps.logger.child({}, { level: "warn" });
    return (await upgrade({ ...deps, logger, migrations, uri, show })) ? 0 : 1;
  } finally {
    await disconnect();
  }
}

main().then(
  (code) => (process.exitCode = code),
  (error: unknown) => {
    process.stderr.write(`The database was not upgraded: ${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  },
);
