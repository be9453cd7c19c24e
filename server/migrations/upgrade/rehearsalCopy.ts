import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import type { mongo } from "mongoose";

/**
 * A copy that a rehearsal works on, noted in the database that it is of before it is made and until it is gone: by its name
 * alone nobody could tell it from somebody's own database.
 */
interface CopyNote {
  /** The copy's own name. */
  _id: string;
  schemaVersion: number;
  /** Real time, put off while the rehearsal lives. */
  aliveUntil: Date;
}

export const copyNotes = "upgradeCopies";

/** Who has not put it off for so long is dead. */
const aliveMs = 15_000;
const lookMs = 200;

interface Rehearsing {
  client: mongo.MongoClient;
  /** The database that is copied. */
  dbName: string;
  realNow: () => Date;
  show: (line: string) => void;
}

/**
 * Hands `work` an empty database beside the original, on the same server, and drops it however that ends. What an earlier
 * rehearsal has left that was killed is dropped first; one that is under way is waited for.
 */
export async function withCopy<T>(rehearsing: Rehearsing, work: (copy: mongo.Db) => Promise<T>): Promise<T> {
  await dropLeft(rehearsing);
  const { client, dbName, realNow } = rehearsing;
  const notes = notesOf(rehearsing);
  // A name that nobody else has, within what a server takes.
  const name = `${dbName.slice(0, 40)}_upgrade_${randomUUID().replaceAll("-", "").slice(0, 12)}`;
  const alive = () => new Date(realNow().getTime() + aliveMs);
  await notes.insertOne({ _id: name, schemaVersion: 1, aliveUntil: alive() });
  const renewal = setInterval(() => {
    // Where the database does not answer for that long, the copy is not there for us either.
    void notes.updateOne({ _id: name }, { $set: { aliveUntil: alive() } }).catch(() => undefined);
  }, aliveMs / 3);
  renewal.unref();
  try {
    return await work(client.db(name));
  } finally {
    clearInterval(renewal);
    await drop(name, rehearsing);
  }
}

async function dropLeft(rehearsing: Rehearsing): Promise<void> {
  const { realNow, show } = rehearsing;
  let isWaiting = false;
  for (;;) {
    const notes = await notesOf(rehearsing).find({}).toArray();
    for (const { _id: name, aliveUntil } of notes) {
      if (aliveUntil > realNow()) continue;
      await drop(name, rehearsing);
      show(`dropped ${name}, which an upgrade that was killed had left`);
    }
    if (notes.every(({ aliveUntil }) => aliveUntil <= realNow())) return;
    if (!isWaiting) show("another one is under way, or was killed a moment ago: waiting for its end");
    isWaiting = true;
    await sleep(lookMs);
  }
}

/** The copy first: killed in between, the next one finds the note and drops nothing. */
async function drop(name: string, rehearsing: Rehearsing): Promise<void> {
  await rehearsing.client.db(name).dropDatabase();
  await notesOf(rehearsing).deleteOne({ _id: name });
}

const notesOf = ({ client, dbName }: Rehearsing): mongo.Collection<CopyNote> =>
  client.db(dbName).collection<CopyNote>(copyNotes);
