import { setTimeout as sleep } from "node:timers/promises";
import { newToken } from "../lib/ids";
import { isDuplicateKey } from "./conflicts";
import { LeaseModel } from "./leaseModel";

/**
 * Does work that only one process may do at a time; the others wait for their turn. The lease is short and renewed while
 * the work goes on, so that whoever died keeps the others waiting for seconds only. The work may be repeated without harm.
 */
export async function withLease<T>(
  name: string,
  work: () => Promise<T>,
  { realNow = () => new Date(), leaseMs = 6_000, retryMs = 200 } = {},
): Promise<T> {
  const owner = newToken();
  while (!(await claim(name, owner, realNow(), leaseMs))) await sleep(retryMs);
  const renewal = setInterval(() => {
    const leaseUntil = new Date(realNow().getTime() + leaseMs);
    // Where the database does not answer, the lease runs out and the work, which may be repeated, goes to another.
    LeaseModel.updateOne({ _id: name, owner }, { $set: { leaseUntil } }).catch(() => undefined);
  }, leaseMs / 3);
  renewal.unref(); // a process whose work is done may end while it waits
  try {
    return await work();
  } finally {
    clearInterval(renewal);
    await LeaseModel.updateOne({ _id: name, owner }, { $set: { leaseUntil: new Date(0) } });
  }
}

async function claim(name: string, owner: string, now: Date, leaseMs: number): Promise<boolean> {
  const leaseUntil = new Date(now.getTime() + leaseMs);
  try {
    await LeaseModel.updateOne(
      { _id: name, leaseUntil: { $lte: now } },
      { $set: { owner, leaseUntil }, $setOnInsert: { schemaVersion: 1 } },
      { upsert: true },
    );
  } catch (error) {
    // Another owner's lease runs, so the upsert tried to insert a second one.
    if (!isDuplicateKey(error)) throw error;
  }
  const lease = await LeaseModel.findOne({ _id: name }).lean();
  return lease?.owner === owner;
}
