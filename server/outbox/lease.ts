import type { ClientSession } from "mongoose";
import { endAbandonedTransactions, isDuplicateKey, isWriteConflict } from "../db";
import type { Partition } from "./eventTypes";
import type { PartitionLease, RelayDeps } from "./handlers";
import { PartitionModel } from "./outboxModel";

/** Another worker has the partition: what this one began may neither be completed nor postponed. */
export class LeaseLost extends Error {
  constructor(partition: string) {
    super(`the lease of ${partition} is lost`);
    this.name = "LeaseLost";
  }
}

export interface LeaseTimes {
  leaseMs: number;
  /** A handler that takes longer counts as hung: its lease is no longer renewed. */
  handlerMaxMs: number;
}

const released = new Date(0);

/** One worker's right to a partition. Every write that depends on it matches its fence. */
export class Lease implements PartitionLease {
  memory: Readonly<Record<string, unknown>>;

  private constructor(
    readonly partition: Partition,
    readonly fence: number,
    memory: Record<string, unknown>,
    /** The worker before gave nothing back: it died or hung at the oldest due event. */
    readonly isTakeover: boolean,
    private readonly realNow: () => Date,
    private readonly times: LeaseTimes,
  ) {
    this.memory = memory;
  }

  /** @returns null while another worker has the partition or an ordered event holds it */
  static async claim(
    partition: Partition,
    deps: Pick<RelayDeps, "realNow" | "newToken">,
    times: LeaseTimes,
  ): Promise<Lease | null> {
    const now = deps.realNow();
    const before = await PartitionModel.findOne({ _id: partition }).lean();
    if (before && (before.leaseUntil > now || (before.heldUntil && before.heldUntil > now))) return null;
    // Its last owner gave nothing back, so it may have died inside a transaction that still holds the partition.
    const abandoned = before !== null && before.leaseUntil.getTime() !== released.getTime();
    if (abandoned) await endAbandonedTransactions();
    const owner = deps.newToken();
    try {
      await PartitionModel.updateOne(
        { _id: partition, leaseUntil: { $lte: now } },
        {
          $set: { owner, leaseUntil: new Date(now.getTime() + times.leaseMs) },
          $inc: { fence: 1 },
          $setOnInsert: { schemaVersion: 1, heldUntil: null, memory: {} },
        },
        { upsert: true },
      );
    } catch (error) {
      // Another's lease runs, or our own first try came through and its answer was lost: the owner tells.
      if (!isDuplicateKey(error) && !isWriteConflict(error)) throw error;
    }
    const mine = await PartitionModel.findOne({ _id: partition }).lean();
    if (mine?.owner !== owner) return null;
    // Only when nobody was in between can the former lease be judged by what we read before.
    const isTakeover = abandoned && mine.fence === before.fence + 1;
    // Mixed: only `remember` writes it, and it writes an object.
    const memory = (mine.memory ?? {}) as Record<string, unknown>;
    return new Lease(partition, mine.fence, memory, isTakeover, deps.realNow, times);
  }

  /** Part of every completing transaction: matches the fence, so it fails once another has taken over, and renews. */
  async confirm(
    session: ClientSession,
    also: { heldUntil?: Date; memory?: Record<string, unknown> } = {},
  ): Promise<void> {
    const leaseUntil = new Date(this.realNow().getTime() + this.times.leaseMs);
    const result = await PartitionModel.updateOne(
      { _id: this.partition, fence: this.fence },
      { $set: { leaseUntil, ...also } },
      { session },
    );
    if (result.matchedCount === 0) throw new LeaseLost(this.partition);
  }

  async remember(memory: Record<string, unknown>, session: ClientSession): Promise<void> {
    await this.confirm(session, { memory });
    this.memory = memory;
  }

  /** Runs `work` while renewing the lease. Rejects with `LeaseLost` once another has it or the work takes too long. */
  async hold<T>(work: () => Promise<T>): Promise<T> {
    let lose: (error: LeaseLost) => void = () => undefined;
    const lost = new Promise<never>((_, reject) => (lose = reject));
    const renewal = setInterval(() => {
      this.renew().catch(() => lose(new LeaseLost(this.partition)));
    }, this.times.leaseMs / 3);
    const limit = setTimeout(() => lose(new LeaseLost(this.partition)), this.times.handlerMaxMs);
    try {
      return await Promise.race([work(), lost]);
    } finally {
      clearInterval(renewal);
      clearTimeout(limit);
    }
  }

  async release(): Promise<void> {
    await PartitionModel.updateOne({ _id: this.partition, fence: this.fence }, { $set: { leaseUntil: released } });
  }

  private async renew(): Promise<void> {
    const leaseUntil = new Date(this.realNow().getTime() + this.times.leaseMs);
    const result = await PartitionModel.updateOne(
      { _id: this.partition, fence: this.fence },
      { $set: { leaseUntil } },
    ).catch((error: unknown) => {
      // A transaction of our own holds the document, and renews it as well.
      if (isWriteConflict(error)) return null;
      throw error;
    });
    if (result?.matchedCount === 0) throw new LeaseLost(this.partition);
  }
}
