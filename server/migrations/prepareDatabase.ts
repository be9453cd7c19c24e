import { buildIndexes } from "../db";
import type { Deps } from "../deps";
import { migrations } from "./index";
import { runMigrations } from "./run";
import { MigrationModel } from "./migrationModel";

/** What has to be true of the database before this process serves anybody: its collections, indexes and migrations. */
export async function prepareDatabase(deps: Pick<Deps, "logger" | "realNow">): Promise<void> {
  await buildIndexes();
  await runMigrations({ ...deps, migrations });
}

/** Whether no newer version has changed the database since this process has started; else it should get no requests. */
export async function databaseFitsVersion(): Promise<boolean> {
  return MigrationModel.exists({ _id: { $gt: migrations.length } }).then(
    (found) => found === null,
    () => false, // the database does not answer, which is not ready either
  );
}
