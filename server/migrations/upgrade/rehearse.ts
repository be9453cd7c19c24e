import mongoose, { type mongo } from "mongoose";
import { buildIndexes, connect, disconnect, inTransaction } from "../../db";
import type { Deps } from "../../deps";
import { readOrganisationSnapshot } from "../../features/plans";
import { readStoredMonth, recomputed } from "../../features/statements";
import type { Migration, StatementDifference } from "../migration";
import { runMigrations } from "../run";
import { copyCollection, copyDatabase } from "./copyDatabase";
import { type Amounts, differencesOf } from "./differences";
import { withCopy } from "./rehearsalCopy";

export interface Rehearsal extends Pick<Deps, "logger" | "realNow" | "settings"> {
  migrations: readonly Migration[];
  uri: string;
  /** The database that is copied. */
  dbName: string;
  show: (line: string) => void;
}

export interface Rehearsed {
  statementsCount: number;
  /** Where this version computes something else, after the migrations, than what people have been told. */
  computed: StatementDifference[];
  /** Where a migration has written into a statement itself. It may not: each revision has its journal. */
  written: StatementDifference[];
}

interface StoredStatement extends mongo.Document {
  _id: string;
  memberId: string;
  period: string;
  statement: Amounts;
}

/** The statements as they were before any migration, in the copy. */
const beforeName = "statementsBeforeUpgrade";

/**
 * Runs the migrations on a copy of the database and compares every statement with what it was before. The copy is on the same
 * server and is dropped however this ends, by the next rehearsal where this one is killed. Afterwards this process is connected to
 * nothing.
 */
export async function rehearse(rehearsal: Rehearsal): Promise<Rehearsed> {
  const { uri, dbName, realNow } = rehearsal;
  const show = (line: string) => rehearsal.show(`rehearsal: ${line}`);
  const client = await mongoose.mongo.MongoClient.connect(uri);
  try {
    return await withCopy({ client, dbName, realNow, show }, async (copy) => {
      try {
        await copyDatabase(client.db(dbName), copy, show);
        await copyCollection({ from: copy, name: "statements", to: copy, as: beforeName }, () => undefined);
        await disconnect();
        await connect(uri, { dbName: copy.databaseName });
        await buildIndexes();
        await runMigrations({ ...rehearsal, show, mayChangeStatements: true });
        show("comparing the statements");
        return await compareStatements(copy, show);
      } finally {
        await disconnect();
      }
    });
  } finally {
    await client.close();
  }
}

async function compareStatements(copy: mongo.Db, show: Rehearsal["show"]): Promise<Rehearsed> {
  const result: Rehearsed = { statementsCount: 0, computed: [], written: [] };
  const world = await readOrganisationSnapshot();
  const ids = new Set<string>();
  for await (const before of copy.collection<StoredStatement>(beforeName).find({})) {
    ids.add(before._id);
    const after = await inTransaction((session) => readStoredMonth(before._id, session));
    result.written.push(...differencesOf(before, before.statement, after?.statement ?? null));
    if (after) result.computed.push(...differencesOf(before, before.statement, await recomputed(after, world)));
    if (ids.size % 1_000 === 0) show(`comparing the statements: ${ids.size}`);
  }
  for await (const after of copy.collection<StoredStatement>("statements").find({})) {
    if (!ids.has(after._id)) result.written.push(...differencesOf(after, null, after.statement));
  }
  return { ...result, statementsCount: ids.size };
}
