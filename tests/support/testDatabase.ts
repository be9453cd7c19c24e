import mongoose from "mongoose";
import { buildIndexes, connect, disconnect } from "../../server/db";
import { recordFilters, ruleOfFilters, unindexedShapes, type FilterRecorder } from "../../server/db/filterRecorder";
import { isPlanned } from "../../server/db/transactionWrites";
import { currentRequestId, withRequestId } from "../../server/lib/requestContext";
import { migrationsRequestId } from "../../server/migrations/run";
import { mayBeRead } from "./smallCollections";

/*
 * One database for each jest worker on the engine that the run has started. Indexes are built when a file first needs
 * them; between tests only what was written is cleared; at the end of a file every filter that it has sent is explained.
 */

export const lookingId = "a test looks";
let recorder: FilterRecorder | null = null;
/** Nor is what a migration goes through, once in the life of a database. */
const isOutside = () => [lookingId, migrationsRequestId].includes(currentRequestId() ?? "");
const modelsIndexed = new Set<string>();
/** Every test clears and fills some ten collections: from MongoDB 8.0 on by one command each. */
let knowsBulkWrite = false;
const bulkWriteWireVersion = 25;

afterAll(async () => {
  if (!recorder) return;
  try {
    await failOnScans(recorder);
  } finally {
    recorder = null;
    await disconnect();
  }
});

let isUnknown = false;

/** A process beside this one writes, which nothing here records: the next test begins by emptying every collection. */
export function writtenElsewhere(): void {
  isUnknown = true;
}

/** Connects at the first call; afterwards leaves every collection empty, with the indexes of all models loaded so far. */
export async function resetDatabase(): Promise<void> {
  if (!recorder) {
    const dbName = `xl_test_${process.env.JEST_WORKER_ID ?? "1"}`;
    await connect(testDatabaseUri(), { dbName, monitorCommands: true });
    refuseBlindReads();
    const { maxWireVersion } = await database().admin().command({ hello: 1 });
    knowsBulkWrite = Number(maxWireVersion) >= bulkWriteWireVersion;
    recorder = recordFilters(mongoose.connection.getClient(), isOutside);
    // What an earlier file of this worker left.
    await lookAt(async () => clear(await collectionNames()));
  } else {
    const names = recorder.takeWrittenCollections();
    await lookAt(async () => clear(isUnknown ? await collectionNames() : names));
  }
  isUnknown = false;
  if (Object.keys(mongoose.models).some((name) => !modelsIndexed.has(name))) {
    for (const name of Object.keys(mongoose.models)) modelsIndexed.add(name);
    await lookAt(buildIndexes);
  }
  recorder.takeWrittenCollections();
}

type AnyQuery = mongoose.Query<unknown, unknown>;

/** Whoever asks in a transaction for what it has planned to write, and not sent, would not see it. */
function refuseBlindReads(): void {
  const queries = mongoose.Query.prototype as { exec: (this: AnyQuery) => Promise<unknown> };
  const original = queries.exec;
  queries.exec = async function () {
    const { session } = this.getOptions();
    const { collectionName } = this.model.collection;
    if (session && isPlanned(collectionName, session))
      throw new Error(`asks ${collectionName} in a transaction that has planned to write it: call sendWrites before`);
    return original.call(this);
  };
}

/** What a test asks the database itself is not held against the product. */
export function lookAt<T>(look: () => Promise<T>): Promise<T> {
  // A mongoose query is sent only when it is awaited, so that has to happen in here.
  return withRequestId(lookingId, async () => await look());
}

/** All documents of a collection as they are stored, by `_id`. */
export async function stored(
  collection: string,
  filter: mongoose.mongo.Document = {},
): Promise<mongoose.mongo.Document[]> {
  return lookAt(() => database().collection(collection).find(filter).sort({ _id: 1 }).toArray());
}

/** Puts documents back as `stored` gave them. */
export async function putStored(collection: string, documents: mongoose.mongo.Document[]): Promise<void> {
  await putAllStored([[collection, documents]]);
}

/** The same for several collections, in one command. */
export async function putAllStored(
  collections: Iterable<readonly [collection: string, documents: mongoose.mongo.Document[]]>,
): Promise<void> {
  await lookAt(async () => {
    if (!knowsBulkWrite) for (const [name, some] of collections) await database().collection(name).insertMany(some);
    else
      await writeTogether(
        [...collections].flatMap(([name, some]) =>
          some.map((document) => ({ name: "insertOne" as const, namespace: namespaceOf(name), document })),
        ),
      );
  });
}

/** Empties collections, as if nothing had been stored in them. */
export async function forget(...collections: string[]): Promise<void> {
  await lookAt(() => clear(collections));
}

/** How many documents each collection has: to show that a refused request has changed nothing. */
export async function storedCounts(): Promise<Record<string, number>> {
  return lookAt(async () => {
    const names = (await collectionNames()).sort();
    const counts = names.map(async (name) => [name, await database().collection(name).countDocuments({})] as const);
    return Object.fromEntries(await Promise.all(counts));
  });
}

function database(): mongoose.mongo.Db {
  const { db } = mongoose.connection;
  if (!db) throw new Error("call resetDatabase or startTestApp first");
  return db;
}

const collectionNames = async (): Promise<string[]> =>
  (await database().listCollections({}, { nameOnly: true }).toArray()).map(({ name }) => name);

async function clear(collections: string[]): Promise<void> {
  if (knowsBulkWrite)
    await writeTogether(
      collections.map((name) => ({ name: "deleteMany" as const, namespace: namespaceOf(name), filter: {} })),
    );
  else await Promise.all(collections.map((name) => database().collection(name).deleteMany({})));
}

type Write =
  | mongoose.mongo.ClientInsertOneModel<mongoose.mongo.Document>
  | mongoose.mongo.ClientDeleteManyModel<mongoose.mongo.Document>;

async function writeTogether(writes: Write[]): Promise<void> {
  if (writes.length > 0) await mongoose.connection.getClient().bulkWrite(writes);
}

const namespaceOf = (collection: string): string => `${database().databaseName}.${collection}`;

function testDatabaseUri(): string {
  const uri = process.env.TEST_MONGODB_URI;
  if (!uri) throw new Error("No database for this test: run it with `npm test`, which starts one and names it.");
  return uri;
}

async function failOnScans(recorded: FilterRecorder): Promise<void> {
  const shapes = recorded.takeShapes().filter((shape) => !mayBeRead(shape));
  const faults = await lookAt(() => unindexedShapes(shapes, database()));
  if (faults.length === 0) return;
  const hint = "A test that looks at what is stored uses `stored` or `lookAt` of tests/support/testDatabase.";
  throw new Error(`Filters that no index answers:\n  ${faults.join("\n  ")}\n${ruleOfFilters}\n${hint}`);
}
