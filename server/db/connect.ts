import mongoose from "mongoose";
import { learnHowToWrite } from "./transactionWrites";

/** The product's own database on a server that may hold others. */
const databaseName = "xiaoli";

/**
 * Connects this process to its database. Every write waits until a majority has it on disk; a filter that names
 * what no schema knows is refused; nothing is queued while there is no connection.
 * @param uri of a replica set or sharded cluster; a database named in it wins over `xiaoli`
 * @throws Error without the address, which may hold a password, where no database answers
 */
export async function connect(
  uri: string,
  options: { dbName?: string; monitorCommands?: boolean } = {},
): Promise<void> {
  mongoose.set("strictQuery", "throw");
  mongoose.set("autoIndex", false);
  mongoose.set("autoCreate", false);
  mongoose.set("bufferCommands", false);
  const dbName = options.dbName ?? namedIn(uri) ?? databaseName;
  const connecting = mongoose.connect(uri, {
    dbName,
    writeConcern: { w: "majority", journal: true },
    retryWrites: true,
    // An operator's own value in the address wins.
    ...(uri.includes("serverSelectionTimeoutMS=") ? {} : { serverSelectionTimeoutMS: 10_000 }),
    monitorCommands: options.monitorCommands ?? false,
  });
  await connecting.catch((cause: unknown) => {
    throw new Error("no database answers at MONGODB_URI: start it, or set another address", { cause });
  });
  // Mongoose leaves a connection that is there as it is, and whoever then writes would write into another database.
  const connectedTo = mongoose.connection.db?.databaseName;
  if (connectedTo !== dbName)
    throw new Error(`already connected to ${connectedTo}, not to ${dbName}: disconnect before`);
  if (mongoose.connection.db) await learnHowToWrite(mongoose.connection.db);
}

export async function disconnect(): Promise<void> {
  await mongoose.disconnect();
}

/** Whether the database answers right now. */
export async function databaseAnswers(): Promise<boolean> {
  const { db, readyState } = mongoose.connection;
  if (readyState !== mongoose.ConnectionStates.connected || !db) return false;
  return db.command({ ping: 1 }, { timeoutMS: 2_000 }).then(
    () => true,
    () => false,
  );
}

function namedIn(uri: string): string | undefined {
  const name = /^mongodb(?:\+srv)?:\/\/[^/]+\/([^?]+)/.exec(uri)?.[1];
  return name ? decodeURIComponent(name) : undefined;
}
