import type { mongo } from "mongoose";
import type { MigrationContext } from "./migration";

/** What a migration makes of a document: an update for it, or null where it has the new shape already. */
export type Change<Old extends mongo.Document> = (document: Old) => Update | Promise<Update>;
type Update = mongo.UpdateFilter<mongo.Document> | null;

const batchSize = 500;

/**
 * Goes through a whole collection in batches, in flat memory, and changes what is not yet as it should be. Only documents
 * that are still there are changed, none is made.
 * @param change is asked again after a break, so it looks at the document, not at what was done before
 */
export async function changeEach<Old extends mongo.Document>(
  { db, writeBatch, progress }: Pick<MigrationContext, "db" | "writeBatch" | "progress">,
  name: string,
  change: Change<Old>,
): Promise<void> {
  const collection = db.collection(name);
  const total = await collection.estimatedDocumentCount();
  let done = 0;
  let batch: mongo.AnyBulkWriteOperation[] = [];
  const flush = async () => {
    const writes = batch;
    batch = [];
    if (writes.length > 0)
      await writeBatch(async (session) => void (await collection.bulkWrite(writes, { ordered: false, session })));
    progress(done, total);
  };
  for await (const document of collection.find({}, { batchSize })) {
    // The caller says what an older version stored there.
    const update = await change(document as unknown as Old);
    if (update !== null) batch.push({ updateOne: { filter: { _id: document._id }, update } });
    done += 1;
    if (done % batchSize === 0) await flush();
  }
  await flush();
}
