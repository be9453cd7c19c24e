import { setTimeout as sleep } from "node:timers/promises";
import { newToken } from "../lib/ids";
import { isDuplicateKey } from "./conflicts";
import { LeaseModel } from "./leaseModel";

/**
 * Does work that only one process may do at a time; the others wait for their turn. When the owner dies, the lease
 * runs out by itself. The work is short against `leaseMs` and may be repeated without harm.
 */
export async function withLease<T>(
  name: string,
  work: () => Promise<T>,
  { realNow = () => new Date(), leaseMs = 60_000, retryMs = 200 } = {},
): Promise<T> {
  const owner = newToken();
  while (!(await claim(name, owner, realNow(), leaseMs))) await sleep(retryMs);
  try {
    return await work();
  } finally {
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
