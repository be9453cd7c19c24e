import { endAbandonedTransactions } from "../db";
import { checkFieldKeys } from "../db/encryptedFields";
import { migrations } from "../migrations";
import { upgrade } from "../migrations/upgrade/upgrade";
// Loads every model, so that all indexes are built.
import "../routes";
import { startCommand } from "./operator/operatorCommand";

const usage = `Brings the database to this version, after a rehearsal on a copy that compares every statement.

  npm run upgrade

  Run it with the product stopped and a backup made. Exit code 1 where it must not go on: then nothing was changed.
`;

startCommand({
  usage,
  failure: "The database was not upgraded",
  async run(_request, { deps, say }) {
    await endAbandonedTransactions();
    await checkFieldKeys(deps.fieldKeys, deps.realNow);
    return (await upgrade({ ...deps, migrations, uri: deps.settings.MONGODB_URI, show: say })) ? 0 : 1;
  },
});
