import { type Model, mongo } from "mongoose";
import { isDuplicateKey } from "./conflicts";
import type { ModelOf } from "./insert";

const batchSize = 1_000;

/**
 * Inserts many documents outside of a transaction, a thousand at a time. For filling a company before anybody works in it: their
 * ids follow from what they are, so that what is there already is left as it is, and whoever was killed half-way begins again.
 * They go as they are, since mongoose would take five times as long to look at each: hand over what the functions of daily work
 * have made, and let a test hold a few against the schema.
 */
export async function insertAll<Doc>(
  model: ModelOf<Doc>,
  records: readonly (Omit<NoInfer<Doc>, "schemaVersion"> & { schemaVersion?: number })[],
): Promise<void> {
  // The driver's own collection, whose type of a document cannot be told for a generic Doc.
  const { collection } = model as unknown as Model<Record<string, unknown>>;
  for (let from = 0; from < records.length; from += batchSize) {
    const batch = records.slice(from, from + batchSize).map((record) => ({ schemaVersion: 1, ...record }));
    try {
      await collection.insertMany(batch, { ordered: false, ignoreUndefined: true });
    } catch (error) {
      if (!isOnlyThereAlready(error)) throw error;
    }
  }
}

function isOnlyThereAlready(error: unknown): boolean {
  if (!(error instanceof mongo.MongoBulkWriteError)) return isDuplicateKey(error);
  const faults = Array.isArray(error.writeErrors) ? error.writeErrors : [error.writeErrors];
  return faults.length > 0 && faults.every(({ code }) => code === 11_000);
}
