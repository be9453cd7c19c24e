import { setTimeout as sleep } from "node:timers/promises";
import type { ClientSession } from "mongoose";
import { newToken } from "../lib/ids";
import { isDuplicateKey, isWriteConflict } from "./conflicts";
import { endAbandonedTransactions } from "./endAbandonedTransactions";
import { LeaseModel } from "./leaseModel";

/** The right to do what only one process does at a time, as long as it lasts. */
export interface WorkLease {
  /**
   * Said before each write that must not come after another has taken over; with a session it is part of the write's
   * transaction. It renews as well.
   * @throws WorkLeaseLost
   */
  confirm(session?: ClientSession): Promise<void>;
}

/** This process stood still until its lease had run out, and another has taken over: it must write nothing more. */
export class WorkLeaseLost extends Error {
  constructor(name: string) {
    super(`the lease of ${name} ran out and another process has taken over: what is left is that one's work`);
    this.name = "WorkLeaseLost";
  }
}

interface LeaseOptions {
  realNow?: () => Date;
  leaseMs?: number;
  retryMs?: number;
  /** Said once, where another has its turn. */
  onWait?: () => void;
  /** Where the leases are kept, if not in the database that this process is connected to. */
  leases?: typeof LeaseModel;
}

/**
 * Does work that only one process may do at a time; the others wait for their turn. The lease is short and renewed while
 * the work goes on, so that whoever died keeps the others waiting for seconds only. The work may be repeated without harm.
 */
export async function withLease<T>(
  name: string,
  work: (lease: WorkLease) => Promise<T>,
  { realNow = () => new Date(), leaseMs = 6_000, retryMs = 200, onWait, leases = LeaseModel }: LeaseOptions = {},
): Promise<T> {
  const owner = newToken();
  const renew = (session?: ClientSession) => {
    const leaseUntil = new Date(realNow().getTime() + leaseMs);
    return leases.updateOne({ _id: name, owner }, { $set: { leaseUntil } }, { session });
  };
  const claimed = () => claim(leases, { name, owner, now: realNow(), leaseMs });
  for (let tries = 0; !(await claimed()); tries += 1) {
    if (tries === 0) onWait?.();
    await sleep(retryMs);
  }
  // Where the database does not answer, the lease runs out and the work, which may be repeated, goes to another.
  let renewing: Promise<unknown> = Promise.resolve();
  const renewal = setInterval(() => {
    renewing = renew().catch(() => undefined);
  }, leaseMs / 3);
  renewal.unref(); // a process whose work is done may end while it waits
  const confirm = async (session?: ClientSession) => {
    const { matchedCount } = await renew(session);
    if (matchedCount === 0) throw new WorkLeaseLost(name);
  };
  try {
    return await work({ confirm });
  } finally {
    clearInterval(renewal);
    await renewing; // one that arrived later would take the lease for nobody
    await leases.updateOne({ _id: name, owner }, { $set: { leaseUntil: released } });
  }
}

const released = new Date(0);

interface Claim {
  name: string;
  owner: string;
  now: Date;
  leaseMs: number;
}

async function claim(leases: typeof LeaseModel, { name, owner, now, leaseMs }: Claim): Promise<boolean> {
  const before = await leases.findOne({ _id: name }).lean();
  if (before && before.leaseUntil > now) return false;
  // Its last owner gave nothing back, so it may have died inside a transaction that still holds the lease.
  if (before && before.leaseUntil.getTime() !== released.getTime()) await endAbandonedTransactions();
  const leaseUntil = new Date(now.getTime() + leaseMs);
  try {
    await leases.updateOne(
      { _id: name, leaseUntil: { $lte: now } },
      { $set: { owner, leaseUntil }, $setOnInsert: { schemaVersion: 1 } },
      { upsert: true },
    );
  } catch (error) {
    // Another's lease runs, so the upsert tried to insert a second one; or both tried at once.
    if (!isDuplicateKey(error) && !isWriteConflict(error)) throw error;
  }
  const lease = await leases.findOne({ _id: name }).lean();
  return lease?.owner === owner;
}
