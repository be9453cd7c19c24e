import type { mongo } from "mongoose";
import { copyNotes } from "./rehearsalCopy";

const batchDocuments = 500;
const showEvery = 20_000;
/** Who holds what at the moment is true of the original only. */
const notCopied = new Set(["leases", copyNotes]);

/**
 * Copies every document into another database of the same server, collection by collection, in flat memory. What is written
 * meanwhile may be in the copy or not.
 */
export async function copyDatabase(from: mongo.Db, to: mongo.Db, show: (line: string) => void): Promise<void> {
  const collections = await from.listCollections({}, { nameOnly: true }).toArray();
  for (const { name } of collections) {
    if (notCopied.has(name) || name.startsWith("system.")) continue;
    await copyCollection({ from, name, to, as: name }, show);
  }
}

/** Copies one collection; numbers and dates keep their types. */
export async function copyCollection(
  { from, name, to, as }: { from: mongo.Db; name: string; to: mongo.Db; as: string },
  show: (line: string) => void,
): Promise<void> {
  const total = await from.collection(name).estimatedDocumentCount();
  let done = 0;
  let batch: mongo.Document[] = [];
  const flush = async () => {
    if (batch.length === 0) return;
    await to.collection(as).insertMany(batch, { ordered: false });
    done += batch.length;
    batch = [];
    if (done % showEvery === 0) show(`copying ${name}: ${done} of ${total}`);
  };
  // A 64-bit number would else come back as a shorter one.
  for await (const document of from.collection(name).find({}, { batchSize: batchDocuments, promoteValues: false })) {
    batch.push(document);
    if (batch.length === batchDocuments) await flush();
  }
  await flush();
  if (done > 0) show(`copied ${name}: ${done}`);
}
