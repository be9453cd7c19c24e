import mongoose, { type ClientSession, type mongo } from "mongoose";
import { inTransaction, withLease, type WorkLease } from "../db";
import type { Deps } from "../deps";
import { withRequestId } from "../lib/requestContext";
import type { Migration } from "./migration";
import { MigrationModel } from "./migrationModel";
import { MigrationRefused, readMigrationState } from "./state";

export interface MigrationRun extends Pick<Deps, "logger" | "realNow" | "settings"> {
  migrations: readonly Migration[];
  /** Whether those that change statements may run: only where the differences are compared, posted and told. */
  mayChangeStatements?: boolean;
  /** Tells a person at a terminal how far it is. */
  show?: (line: string) => void;
}

/** Everything that a run does carries this id in logs. */
export const migrationsRequestId = "migrations";
/** Long enough for a migration that computes for a while without a pause. */
const leaseMs = 30_000;
const tellEveryMs = 2_000;

/**
 * Brings the connected database to this version: whatever is pending, one after the other. One process at a time; the others
 * wait for it. A database without any document is stamped as being there already.
 * @throws MigrationRefused when this version must not run on this database
 */
export async function runMigrations(run: MigrationRun): Promise<void> {
  await withRequestId(migrationsRequestId, async () => {
    // Nothing to do is the ordinary start, which waits for nobody.
    if ((await readMigrationState(run.migrations)).pending.length === 0) return;
    await withLease("migrations", (lease) => runPending(run, lease), { realNow: run.realNow, leaseMs });
  });
}

async function runPending(run: MigrationRun, lease: WorkLease): Promise<void> {
  const { begun, pending } = await readMigrationState(run.migrations);
  if (!begun && (await isEmpty(database()))) {
    const now = run.realNow();
    await underLease(lease, async (session) => {
      for (const migration of pending) await stamp(migration, now, now, session);
    });
    return;
  }
  const telling = run.mayChangeStatements === true ? null : await firstTelling(pending);
  if (telling) {
    throw new MigrationRefused(
      `migration ${telling.number} (${telling.name}) changes what people have been told they earn: run npm run upgrade, ` +
        "which shows the differences first and tells the people concerned, then start again",
    );
  }
  for (const migration of pending) await runOne(migration, run, lease);
}

/** The first of these after which somebody's pay may come out differently. */
async function firstTelling(pending: readonly Migration[]): Promise<Migration | null> {
  for (const migration of pending) {
    const { announces } = migration;
    if (announces && (!announces.concerns || (await announces.concerns(database())))) return migration;
  }
  return null;
}

async function runOne(migration: Migration, run: MigrationRun, lease: WorkLease): Promise<void> {
  const { number, name } = migration;
  const startedAt = run.realNow();
  run.logger.info({ migration: number, name }, "a migration begins");
  run.show?.(`migration ${number} ${name}`);
  await underLease(lease, (session) => stamp(migration, startedAt, null, session));
  let toldAtMs = startedAt.getTime();
  await migration.up({
    db: database(),
    writeBatch: (write) => underLease(lease, write),
    realNow: run.realNow,
    logger: run.logger,
    settings: run.settings,
    progress(done, total) {
      const nowMs = run.realNow().getTime();
      if (nowMs - toldAtMs < tellEveryMs) return;
      toldAtMs = nowMs;
      run.logger.info({ migration: number, name, done, total }, "a migration goes on");
      run.show?.(`migration ${number} ${name}: ${done} of ${total}`);
    },
  });
  const finishedAt = run.realNow();
  await underLease(lease, (session) => stamp(migration, startedAt, finishedAt, session));
  run.logger.info(
    { migration: number, name, tookMs: finishedAt.getTime() - startedAt.getTime() },
    "a migration is done",
  );
}

/** A check beforehand would not do: what comes after it comes late where the process stands still in between. */
const underLease = (lease: WorkLease, write: (session: ClientSession) => Promise<void>): Promise<void> =>
  inTransaction(async (session) => {
    await lease.confirm(session);
    await write(session);
  });

async function stamp(
  { number, name }: Migration,
  startedAt: Date,
  finishedAt: Date | null,
  session: ClientSession,
): Promise<void> {
  await MigrationModel.updateOne(
    { _id: number },
    { $set: { name, startedAt, finishedAt }, $setOnInsert: { schemaVersion: 1 } },
    { upsert: true, session },
  );
}

/** Collections may be there, and the lease under which this is asked. */
async function isEmpty(db: mongo.Db): Promise<boolean> {
  for (const { name } of await db.listCollections({}, { nameOnly: true }).toArray()) {
    if (name === "leases" || name.startsWith("system.")) continue;
    if ((await db.collection(name).findOne({}, { projection: { _id: 1 } })) !== null) return false;
  }
  return true;
}

function database(): mongo.Db {
  const { db } = mongoose.connection;
  if (!db) throw new Error("not connected");
  return db;
}
