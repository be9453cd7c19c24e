import { buildIndexes } from "../db";
import { checkFieldKeys } from "../db/encryptedFields";
import type { Deps } from "../deps";
import { migrations } from "./index";
import { MigrationModel } from "./migrationModel";
import { runMigrations } from "./run";
import { MigrationRefused } from "./state";
import { openCorrections } from "./upgrade/corrections";

/** What has to be true of the database before this process serves anybody: its collections, indexes, migrations and keys. */
export async function prepareDatabase(
  deps: Pick<Deps, "logger" | "realNow" | "settings" | "fieldKeys">,
): Promise<void> {
  await buildIndexes();
  await runMigrations({ ...deps, migrations });
  if ((await openCorrections()).length > 0) {
    throw new MigrationRefused(
      "an upgrade was broken off before everybody's corrected pay was posted: run npm run upgrade again, which goes on there",
    );
  }
  await checkFieldKeys(deps.fieldKeys, deps.realNow);
}

/** Whether no newer version has changed the database since this process has started; else it should get no requests. */
export async function databaseFitsVersion(): Promise<boolean> {
  return MigrationModel.exists({ _id: { $gt: migrations.length } }).then(
    (found) => found === null,
    () => false, // the database does not answer, which is not ready either
  );
}
