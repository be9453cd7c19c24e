import mongoose, { type IndexOptions } from "mongoose";
import { withLease } from "./lease";

/**
 * Creates the collection and the indexes of every model that this process has loaded. One process at a time; doing
 * it again changes nothing. It never drops an index that it does not know.
 */
export async function buildIndexes(): Promise<void> {
  await withLease("indexes", async () => {
    const { db } = mongoose.connection;
    if (!db) throw new Error("not connected");
    const existing = new Set((await db.listCollections({}, { nameOnly: true }).toArray()).map(({ name }) => name));
    await Promise.all(Object.values(mongoose.models).map((model) => buildFor(model, existing)));
  });
}

async function buildFor(model: (typeof mongoose.models)[string], existing: Set<string>): Promise<void> {
  // Made beforehand, so that no transaction has to make it.
  if (!existing.has(model.collection.collectionName)) await model.createCollection();
  // mongoose types an index as fields and options without telling them apart.
  const indexes = model.schema.indexes() as [Record<string, 1 | -1>, IndexOptions][];
  if (indexes.length === 0) return;
  // One call for all of a collection; mongoose's own createIndexes makes one for each.
  await model.collection.createIndexes(
    indexes.map(([key, { expireAfterSeconds, unique }]) => ({
      key,
      ...(unique === undefined ? {} : { unique: Boolean(unique) }),
      ...(expireAfterSeconds === undefined ? {} : { expireAfterSeconds: Number(expireAfterSeconds) }),
    })),
  );
}
