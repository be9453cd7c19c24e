import { mongo } from "mongoose";

type Document = { _id: string };

interface Asked {
  document: Document;
  resolve: () => void;
  reject: (error: unknown) => void;
}

const waiting = new Map<mongo.Collection<Document>, Asked[]>();

/**
 * Inserts one document, in one command with what others want inserted into the collection in the same turn of the event loop: what a phone
 * has kept comes many at a time, and the way to the database is most of what a tap costs. Each has the outcome that it would have had
 * alone, and none waits for the database's answer to another.
 */
export function insertTogether(collection: mongo.Collection<Document>, document: Document): Promise<void> {
  return new Promise((resolve, reject) => {
    const asked = waiting.get(collection);
    if (asked) asked.push({ document, resolve, reject });
    else {
      waiting.set(collection, [{ document, resolve, reject }]);
      setImmediate(() => void insertWaiting(collection));
    }
  });
}

async function insertWaiting(collection: mongo.Collection<Document>): Promise<void> {
  const batch = waiting.get(collection) ?? [];
  waiting.delete(collection);
  const [first] = batch;
  if (batch.length === 1 && first) return alone(collection, first);
  try {
    await collection.insertMany(
      batch.map(({ document }) => document),
      { ordered: false },
    );
    for (const { resolve } of batch) resolve();
  } catch (error) {
    const refused = refusedIn(error);
    for (const [n, one] of batch.entries()) {
      if (!refused) one.reject(error);
      // Asked again by itself, it is refused in the words that whoever wanted it knows.
      else if (refused.has(n)) void alone(collection, one);
      else one.resolve();
    }
  }
}

/** Which of them were not inserted; null where nobody knows. */
function refusedIn(error: unknown): ReadonlySet<number> | null {
  if (!(error instanceof mongo.MongoBulkWriteError)) return null;
  const { writeErrors } = error;
  const errors = Array.isArray(writeErrors) ? writeErrors : [writeErrors];
  return errors.length === 0 || error.result.getWriteConcernError()
    ? null
    : new Set(errors.map(({ index }) => Number(index)));
}

const alone = (collection: mongo.Collection<Document>, { document, resolve, reject }: Asked): Promise<void> =>
  collection.insertOne(document).then(() => resolve(), reject);
