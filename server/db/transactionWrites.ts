import mongoose, { type ClientSession, type Model, mongo } from "mongoose";

/*
 * What a transaction writes goes to the server in one command (`bulkWrite`, MongoDB 8.0 and newer) just before the commit: a
 * confirmation's ten round trips are two, and what it changes is held from others for as long. Older servers get the same
 * writes one after the other.
 */

/** A write as its document, filter and update go over the wire. */
export type PlannedWrite = { model: Model<Stored> } & (
  | { insert: mongo.Document }
  | ({
      filter: mongo.Document;
      /** Hears how many documents there were: 0 also where one was inserted. What it throws ends the transaction. */
      found?: (count: number) => void | Promise<void>;
    } & ({ update: mongo.Document; upsert?: true } | { replacement: mongo.Document; upsert?: true } | { remove: true }))
);

export interface Stored {
  _id: string;
}

const planned = new WeakMap<ClientSession, PlannedWrite[]>();

/** Writes are sent so many at a time. */
const writesMax = 1_000;

/** From MongoDB 8.0 on, though not before the whole of it may use what is new (featureCompatibilityVersion). */
const bulkWriteWireVersion = 25;
const refusals: readonly unknown[] = [59, 115]; // CommandNotFound, CommandNotSupported
let knowsBulkWrite = false;

/** Asks the server that this process is connected to how it takes a transaction's writes. */
export async function learnHowToWrite(db: mongo.Db): Promise<void> {
  const { maxWireVersion } = await db.admin().command({ hello: 1 });
  knowsBulkWrite = typeof maxWireVersion === "number" && maxWireVersion >= bulkWriteWireVersion;
}

type EndListener = (isCommitted: boolean) => void;
const listeners = new WeakMap<ClientSession, EndListener[]>();

/** Calls back at the end: true where the transaction is known to be committed, false where it is not, or nobody knows. */
export function onEnded(session: ClientSession, listener: EndListener): void {
  listeners.set(session, [...(listeners.get(session) ?? []), listener]);
}

export function tellEnded(session: ClientSession, isCommitted: boolean): void {
  for (const listener of listeners.get(session) ?? []) listener(isCommitted);
}

/** Begins to gather a transaction's writes. */
export function planWrites(session: ClientSession): void {
  planned.set(session, []);
}

/** Adds to what the transaction writes at its end, in this order. */
export function write(one: PlannedWrite, session: ClientSession): void {
  const writes = planned.get(session);
  if (!writes) throw new Error("only inTransaction and command begin transactions");
  writes.push(one);
}

/** Whether something of a collection is planned and not sent yet: whoever asks the collection in the transaction does not see it. */
export const isPlanned = (collectionName: string, session: ClientSession): boolean =>
  (planned.get(session) ?? []).some(({ model }) => model.collection.collectionName === collectionName);

/**
 * Sends what is planned so far. The end of the transaction does; whoever reads in the transaction what it has planned to write
 * calls it before.
 */
export async function sendWrites(session: ClientSession): Promise<void> {
  const writes = planned.get(session) ?? [];
  planned.set(session, []);
  for (let from = 0; from < writes.length; from += writesMax) {
    const some = writes.slice(from, from + writesMax);
    const { counts, failure } = await (knowsBulkWrite ? sendTogether(some, session) : sendEach(some, session));
    // What was not there is why the next write has failed: somebody was faster, and has written the same.
    for (const [n, count] of counts.entries()) {
      const one = some[n];
      if (one && "filter" in one) await one.found?.(count);
    }
    if (failure) throw failure.error;
  }
}

interface OpResult {
  ok: number;
  n: number;
  upserted?: unknown;
  code?: number;
  errmsg?: string;
}

interface Sent {
  /** How many documents each has found, up to the one that failed. */
  counts: number[];
  failure: { error: unknown } | null;
}

async function sendTogether(writes: readonly PlannedWrite[], session: ClientSession): Promise<Sent> {
  const namespaces = [...new Set(writes.map(namespaceOf))];
  const ops = writes.map((one) => {
    const place = namespaces.indexOf(namespaceOf(one));
    if ("insert" in one) return { insert: place, document: one.insert };
    if ("remove" in one) return { delete: place, filter: one.filter, multi: false };
    const updateMods = "update" in one ? one.update : one.replacement;
    return { update: place, filter: one.filter, updateMods, multi: false, upsert: one.upsert ?? false };
  });
  const nsInfo = namespaces.map((ns) => ({ ns }));
  // Whoever has read nothing needs no moment to have read at, and the embedded engine takes none with this command.
  if (isStarting(session)) {
    await session.abortTransaction();
    session.startTransaction({ writeConcern: { w: "majority", journal: true } });
  }
  const answer = await mongoose.connection
    .getClient()
    .db("admin")
    .command({ bulkWrite: 1, ops, nsInfo, ordered: true, errorsOnly: false }, { session, ignoreUndefined: true })
    .catch(inOlderWays);
  // As the command is defined: one result for each write, up to the first that failed.
  const { firstBatch } = (answer as { cursor: { firstBatch: OpResult[] } }).cursor;
  const counts = firstBatch.filter(({ ok }) => ok === 1).map(({ n, upserted }) => (upserted ? 0 : n));
  const failed = firstBatch.find(({ ok }) => ok !== 1);
  if (failed) {
    const { errmsg, code } = failed;
    return { counts, failure: { error: new mongo.MongoServerError({ message: errmsg, errmsg, code }) } };
  }
  if (counts.length !== writes.length)
    throw new Error(`${counts.length} answers to ${writes.length} writes of a transaction`);
  return { counts, failure: null };
}

/** In the middle of an upgrade of the database a server may refuse it: the transaction begins again, and is written the old way. */
function inOlderWays(error: unknown): never {
  if (error instanceof mongo.MongoServerError && refusals.includes(error.code)) {
    knowsBulkWrite = false;
    error.addErrorLabel("TransientTransactionError");
  }
  throw error;
}

async function sendEach(writes: readonly PlannedWrite[], session: ClientSession): Promise<Sent> {
  const counts: number[] = [];
  for (const one of writes) {
    try {
      counts.push(await sendOne(one, { session, ignoreUndefined: true }));
    } catch (error) {
      return { counts, failure: { error } };
    }
  }
  return { counts, failure: null };
}

async function sendOne(one: PlannedWrite, options: mongo.BulkWriteOptions): Promise<number> {
  const collection = one.model.collection as unknown as mongo.Collection<Stored>;
  if ("insert" in one) {
    await collection.insertOne(one.insert as Stored, options);
    return 1;
  }
  if ("remove" in one) return (await collection.deleteOne(one.filter, options)).deletedCount;
  const { filter, upsert = false } = one;
  const updated =
    "update" in one
      ? await collection.updateOne(filter, one.update, { ...options, upsert })
      : await collection.replaceOne(filter, one.replacement, { ...options, upsert });
  return updated.matchedCount;
}

/** Nothing was sent in it yet. The driver's type keeps this back. */
const isStarting = (session: ClientSession): boolean =>
  (session as unknown as { transaction: { isStarting: boolean } }).transaction.isStarting;

const namespaceOf = ({ model }: PlannedWrite): string =>
  `${mongoose.connection.db?.databaseName}.${model.collection.collectionName}`;
