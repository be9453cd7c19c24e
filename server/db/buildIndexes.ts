import mongoose from "mongoose";
import { withLease } from "./lease";

/**
 * Creates the collection and the indexes of every model that this process has loaded. One process at a time; doing
 * it again changes nothing. It never drops an index that it does not know.
 */
export async function buildIndexes(): Promise<void> {
  await withLease("indexes", async () => {
    const db = mongoose.connection.db;
    if (!db) throw new Error("not connected");
    const existing = new Set((await db.listCollections({}, { nameOnly: true }).toArray()).map(({ name }) => name));
    for (const model of Object.values(mongoose.models)) {
      // Made beforehand, so that no transaction has to make it.
      if (!existing.has(model.collection.collectionName)) await model.createCollection();
      await model.createIndexes();
    }
  });
}
