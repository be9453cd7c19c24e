import { readFileSync, writeFileSync } from "node:fs";
import { gunzipSync, gzipSync } from "node:zlib";
import mongoose, { mongo } from "mongoose";

const { EJSON } = mongo.BSON;

/*
 * A frozen data set is what one version of the product had stored, in one file: gzipped lines of extended JSON, each a
 * collection's name and one document, sorted by both. Types (Date, Long, Double) come back as they were.
 */

/** What belongs to the engine, or to the process that happened to run. */
const leftOut = new Set(["leases"]);

/** Writes every document of a database to a file; equal databases give equal files. @returns documents by collection */
export async function freeze(db: mongo.Db, file: string): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  const lines: string[] = [];
  for (const [collection, documents] of Object.entries(await readAll(db))) {
    counts[collection] = documents.length;
    for (const document of documents) lines.push(EJSON.stringify({ collection, document }, { relaxed: false }));
  }
  // Level 9 and no time or name in the header, so that the same data are the same bytes.
  writeFileSync(file, gzipSync(`${lines.join("\n")}\n`, { level: 9 }));
  return counts;
}

/**
 * Puts a frozen data set into a database that is empty. What is deleted by itself after a time, such as a session, is as if it
 * had been stored a moment before, however old the file is: it must not go while a test looks at it.
 */
export async function thaw(file: string, db: mongo.Db): Promise<void> {
  const byCollection = new Map<string, mongo.Document[]>();
  for (const line of gunzipSync(readFileSync(file)).toString("utf8").trimEnd().split("\n")) {
    // Written by `freeze`.
    const { collection, document } = EJSON.parse(line, { relaxed: false }) as {
      collection: string;
      document: mongo.Document;
    };
    for (const field of passingBy(collection)) if (document[field]) document[field] = longFromNow;
    byCollection.set(collection, [...(byCollection.get(collection) ?? []), document]);
  }
  for (const [collection, documents] of byCollection) await db.collection(collection).insertMany(documents);
}

const longFromNow = new Date("2100-01-01T00:00:00Z");

/** The fields by whose time a collection's documents are deleted, as the models that are loaded declare it. */
function passingBy(collection: string): string[] {
  const models = Object.values(mongoose.models).filter((model) => model.collection.collectionName === collection);
  return models.flatMap((model) =>
    model.schema
      .indexes()
      .filter(([, options]) => options.expireAfterSeconds !== undefined)
      .flatMap(([fields]) => Object.keys(fields)),
  );
}

/** Every document of a database by collection, both in order. */
export async function readAll(db: mongo.Db): Promise<Record<string, mongo.Document[]>> {
  const names = (await db.listCollections({}, { nameOnly: true }).toArray()).map(({ name }) => name).sort();
  const all: Record<string, mongo.Document[]> = {};
  for (const name of names) {
    if (leftOut.has(name)) continue;
    const documents = await db.collection(name).find({}, { promoteValues: false }).toArray();
    if (documents.length > 0) all[name] = documents.sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
  }
  return all;
}

const keyOf = (document: mongo.Document): string => EJSON.stringify({ _id: document._id as unknown });
