import { type ClientSession, type InferSchemaType, Schema, model } from "mongoose";
import { Gauge } from "prom-client";
import { endAbandonedTransactions, isDuplicateKey, isWriteConflict, onEnded, schemaVersion, update } from "../db";

const options = { strict: "throw", autoIndex: false, versionKey: false, minimize: false } as const;

/** The shape of deliveries and their log; 1 was an event for one handler. */
export const deliveryVersion = 2;

const deliveryFields = {
  /** `<event>@<subscription>`. */
  _id: { type: String, required: true },
  schemaVersion: { ...schemaVersion, default: deliveryVersion },
  /** `<cause>:<type>`, or `<cause>:<part>:<type>`. */
  eventId: { type: String, required: true },
  /** Whom it is for. */
  subscription: { type: String, required: true },
  type: { type: String, required: true },
  payload: { type: Schema.Types.Mixed, required: true },
  partition: { type: String, required: true },
  /** The command, delivery, job run or notice that it follows from. */
  cause: { type: String, required: true },
  /** The HTTP request at the beginning of the chain. */
  requestId: { type: String, default: null },
  /** Failed tries so far. */
  attempts: { type: Number, required: true },
  /** Real time of the event. */
  createdAt: { type: Date, required: true },
  /** Reason of the last failed try. */
  failure: { type: String, default: null },
} as const;

/**
 * Open deliveries: an event on its way to one of its subscriptions. `due` waits for real time, `waiting` for business time
 * (quiet hours, the end of a digest), so that moving the demo's clock wakes it; `dead` waits for a person.
 */
const deliverySchema = new Schema(
  {
    ...deliveryFields,
    state: { type: String, enum: ["due", "waiting", "dead"], required: true },
    /** How many of the failed tries nobody foresaw. */
    bugs: { type: Number, default: 0 },
    /** Real time for `due` and `dead`, business time for `waiting`. */
    dueAt: { type: Date, required: true },
    /** Counts how often it was asked for again while it was open. Only what was read is completed; the rest is worked off again. */
    asked: { type: Number, default: 0 },
  },
  { collection: "events", ...options },
);
// The range is the last field: with another behind it the embedded engine leaves out what equals the end of the range.
deliverySchema.index({ state: 1, dueAt: 1 });
deliverySchema.index({ partition: 1, state: 1, dueAt: 1 });
deliverySchema.index({ _id: 1, asked: 1 });

export type DeliveryRecord = InferSchemaType<typeof deliverySchema>;
export const DeliveryModel = model("Delivery", deliverySchema);

interface Open {
  count: number;
  oldestAt: Date;
}

/** Asked when metrics are read. A database that does not answer leaves the gauge without a value. */
function openDeliveries(
  name: string,
  help: string,
  state: "due" | "dead",
  value: (open: Open, now: Date) => number,
): void {
  new Gauge({
    name,
    help,
    labelNames: ["subscription"],
    async collect() {
      this.reset();
      const now = new Date();
      const found = await DeliveryModel.aggregate<Open & { _id: string }>([
        { $match: { state, dueAt: { $lte: now } } },
        { $group: { _id: "$subscription", count: { $sum: 1 }, oldestAt: { $min: "$dueAt" } } },
      ]).catch(() => []);
      for (const { _id: subscription, ...open } of found) this.set({ subscription }, value(open, now));
    },
  });
}

openDeliveries("xiaoli_outbox_due", "Deliveries that are due now", "due", ({ count }) => count);
openDeliveries("xiaoli_outbox_dead", "Dead deliveries that wait for a person", "dead", ({ count }) => count);
openDeliveries(
  "xiaoli_outbox_oldest_due_seconds",
  "Age of the oldest due delivery",
  "due",
  ({ oldestAt }, now) => (now.getTime() - oldestAt.getTime()) / 1000,
);

const deliveriesKeptDays = 90;

/** Deliveries that are done. Apart from the open ones, so that looking for work stays quick. */
const eventLogSchema = new Schema(
  { ...deliveryFields, /** Real time. */ finishedAt: { type: Date, required: true } },
  { collection: "eventLog", ...options },
);
eventLogSchema.index({ finishedAt: 1 }, { expireAfterSeconds: deliveriesKeptDays * 24 * 60 * 60 });
eventLogSchema.index({ cause: 1 });

export const EventLogModel = model("EventLog", eventLogSchema);

/** Who works a partition off right now. Commands never touch these documents. */
const partitionSchema = new Schema(
  {
    _id: { type: String, required: true },
    schemaVersion,
    /** Made for one try to get the lease. */
    owner: { type: String, required: true },
    /** Counts up with every lease; what an older lease began can no longer be completed. */
    fence: { type: Number, required: true },
    /** Real time; the epoch when the lease was given back. */
    leaseUntil: { type: Date, required: true },
    /** Real time until which an ordered delivery holds the partition. */
    heldUntil: { type: Date, default: null },
  },
  { collection: "partitions", ...options },
);
partitionSchema.index({ _id: 1, fence: 1, leaseUntil: 1 });

const PartitionModel = model("Partition", partitionSchema);

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
export class Lease {
  isGivenBack = false;

  private constructor(
    readonly partition: string,
    private readonly fence: number,
    /** The worker before gave nothing back: it died or hung at the oldest due delivery. */
    readonly isTakeover: boolean,
    private readonly realNow: () => Date,
    private readonly times: LeaseTimes,
  ) {}

  /** @returns null while another worker has the partition or an ordered delivery holds it */
  static async claim(
    partition: string,
    deps: { realNow: () => Date; newToken: () => string },
    times: LeaseTimes,
  ): Promise<Lease | null> {
    const now = deps.realNow();
    const before = await PartitionModel.findOne({ _id: partition }).lean();
    if (before && (before.leaseUntil > now || (before.heldUntil && before.heldUntil > now))) return null;
    // Its last owner gave nothing back, so it may have died inside a transaction that still holds the partition.
    const abandoned = before !== null && before.leaseUntil.getTime() !== released.getTime();
    if (abandoned) await endAbandonedTransactions();
    const owner = deps.newToken();
    const mine = { owner, leaseUntil: new Date(now.getTime() + times.leaseMs) };
    const leaseOf = (fence: number) =>
      // Only when nobody was in between can the former lease be judged by what was read before.
      new Lease(partition, fence, abandoned && fence === before.fence + 1, deps.realNow, times);
    try {
      if (before) {
        // Nobody has claimed it since it was read, nor has an owner renewed it who was only late.
        const { fence: last, leaseUntil } = before;
        const fence = last + 1;
        const filter = { _id: partition, fence: last, leaseUntil };
        const claimed = await PartitionModel.updateOne(filter, { $set: { ...mine, fence } });
        if (claimed.modifiedCount === 1) return leaseOf(fence);
      } else {
        await PartitionModel.create({ _id: partition, schemaVersion: 1, fence: 1, heldUntil: null, ...mine });
        return leaseOf(1);
      }
    } catch (error) {
      if (!isDuplicateKey(error) && !isWriteConflict(error)) throw error;
    }
    // Another was faster, or our own first try came through and its answer was lost: the owner tells.
    const there = await PartitionModel.findOne({ _id: partition }).lean();
    return there?.owner === owner ? leaseOf(there.fence) : null;
  }

  /**
   * Part of every transaction that depends on the lease: it matches the fence, and renews.
   * @param also.release gives it back together with the transaction, after which nothing more is done under it
   * @throws LeaseLost when another worker has taken over; then nothing more may be sent
   */
  async confirm(session: ClientSession, also: { heldUntil?: Date; release?: boolean } = {}): Promise<void> {
    const { release = false, ...set } = also;
    const filter = { _id: this.partition, fence: this.fence };
    const leaseUntil = release ? released : this.nextUntil();
    await update(PartitionModel, { filter, set: { leaseUntil, ...set } }, session, (count) => {
      if (count === 0) throw new LeaseLost(this.partition);
    });
    if (release) onEnded(session, (isCommitted) => (this.isGivenBack = isCommitted));
  }

  /** Runs `work` while renewing the lease. Rejects with `LeaseLost` once another has it or the work takes too long. */
  async hold<T>(work: () => Promise<T>): Promise<T> {
    let lose: (error: LeaseLost) => void = () => undefined;
    const lost = new Promise<never>((_, reject) => (lose = reject));
    let renewing: Promise<void> = Promise.resolve();
    const renewal = setInterval(() => {
      renewing = this.renew().catch(() => lose(new LeaseLost(this.partition)));
    }, this.times.leaseMs / 3);
    const limit = setTimeout(() => lose(new LeaseLost(this.partition)), this.times.handlerMaxMs);
    try {
      return await Promise.race([work(), lost]);
    } finally {
      clearInterval(renewal);
      clearTimeout(limit);
      // One that arrived after the lease was given back would take it for nobody.
      await renewing;
    }
  }

  /** Gives it back, unless the last transaction has. */
  async release(): Promise<void> {
    if (this.isGivenBack) return;
    await PartitionModel.updateOne({ _id: this.partition, fence: this.fence }, { $set: { leaseUntil: released } });
  }

  private async renew(): Promise<void> {
    const filter = { _id: this.partition, fence: this.fence };
    const set = { leaseUntil: this.nextUntil() };
    const result = await PartitionModel.updateOne(filter, { $set: set }).catch((error: unknown) => {
      // A transaction of our own holds the document, and renews it as well.
      if (isWriteConflict(error)) return null;
      throw error;
    });
    if (result?.matchedCount === 0) throw new LeaseLost(this.partition);
  }

  private nextUntil(): Date {
    return new Date(this.realNow().getTime() + this.times.leaseMs);
  }
}
