import type { Migration } from "./migration";
import { MigrationModel, type MigrationRecord } from "./migrationModel";

/** The start goes no further: the message says what stands in the way and what to do. */
export class MigrationRefused extends Error {
  constructor(message: string) {
    super(message);
    this.name = "MigrationRefused";
  }
}

export interface MigrationState {
  /** Whether any migration has ever begun here. */
  begun: boolean;
  /** Those of this version that the database has not been through, in their order. */
  pending: Migration[];
}

/** @throws MigrationRefused when the database is ahead of this version, or was changed by a version of another line */
export async function readMigrationState(migrations: readonly Migration[]): Promise<MigrationState> {
  requireConsecutive(migrations);
  const records = await MigrationModel.find({}).lean<MigrationRecord[]>();
  const known = new Map(migrations.map((migration) => [migration.number, migration]));
  const newest = records.reduce<MigrationRecord | null>((a, b) => (a === null || b._id > a._id ? b : a), null);
  if (newest && newest._id > migrations.length) {
    throw new MigrationRefused(
      `a newer version has changed this database (migration ${newest._id}, ${newest.name}), and this version knows ` +
        `only those up to ${migrations.length}: start the newer version, or restore the backup from before the upgrade`,
    );
  }
  for (const { _id, name } of records) {
    const own = known.get(_id);
    if (own && own.name !== name) {
      throw new MigrationRefused(
        `another version has changed this database (its migration ${_id} is ${name}, ours is ${own.name}): ` +
          "start the version that it was last used with",
      );
    }
  }
  const finished = new Set(records.filter(({ finishedAt }) => finishedAt !== null).map(({ _id }) => _id));
  return { begun: records.length > 0, pending: migrations.filter(({ number }) => !finished.has(number)) };
}

/** @throws Error for a list that two people have added to, or that lacks a number */
export function requireConsecutive(migrations: readonly Migration[]): void {
  for (const [place, { number, name }] of migrations.entries()) {
    if (number !== place + 1) throw new Error(`migration ${name} has number ${number} in place ${place + 1}`);
  }
}
