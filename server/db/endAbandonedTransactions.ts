import mongoose from "mongoose";

/** How the embedded engine calls its replica set. */
const embeddedSetName = "secantus";

/**
 * Ends the transactions of processes that died inside of one. A MongoDB does so by itself within a minute; the embedded
 * engine never does, and whoever then writes the same documents waits for ever. Transactions of the living end as well,
 * with an error after which they begin again; so this is only for a start, and for a worker that takes over a dead one's
 * work.
 */
export async function endAbandonedTransactions(): Promise<void> {
  const admin = mongoose.connection.getClient().db("admin");
  const { setName } = await admin.command({ hello: 1 });
  if (setName === embeddedSetName) await admin.command({ killAllSessions: [] });
}
