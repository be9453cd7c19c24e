import { inTransaction } from "../db";
import { DeliveryModel, type DeliveryRecord } from "./outboxModel";

/* What is due: found by partition, read in its order, and made due once business time has come. */

/** Partitions of a subscription looked at in one scan; the rest comes with the next. */
const partitionsScanned = 200;
/** Deliveries read from a partition at once. */
export const batchMax = 100;
const wakingMax = 500;

export interface DuePartition {
  partition: string;
  subscription: string;
}

/** By which clocks it is looked. */
export interface Scan {
  deps: { clock: { now(): Date }; realNow: () => Date };
  /** Deliveries that are due within this time count as due now; 0 but in tests, which do not wait for ticks. */
  aheadMs: number;
}

/** Partitions with due deliveries, the longest waiting first; no subscription's crowd keeps another's from being seen. */
export async function dueScan(scan: Scan): Promise<DuePartition[]> {
  const found = await DeliveryModel.aggregate<{ _id: string; partitions: { partition: string; dueAt: Date }[] }>([
    { $match: { state: "due", dueAt: { $lte: dueUntil(scan) } } },
    { $group: { _id: "$partition", subscription: { $first: "$subscription" }, dueAt: { $min: "$dueAt" } } },
    { $sort: { dueAt: 1 } },
    { $group: { _id: "$subscription", partitions: { $push: { partition: "$_id", dueAt: "$dueAt" } } } },
    { $project: { partitions: { $slice: ["$partitions", partitionsScanned] } } },
  ]);
  return found
    .flatMap(({ _id: subscription, partitions }) => partitions.map((one) => ({ ...one, subscription })))
    .sort((a, b) => a.dueAt.getTime() - b.dueAt.getTime());
}

/** The due deliveries of a partition, the oldest first. */
export async function dueIn(partition: string, scan: Scan): Promise<DeliveryRecord[]> {
  const found = await DeliveryModel.find({ partition, state: "due", dueAt: { $lte: dueUntil(scan) } })
    .sort({ dueAt: 1 })
    .limit(batchMax)
    .lean<DeliveryRecord[]>();
  return found.sort((a, b) => a.createdAt.getTime() - b.createdAt.getTime());
}

/**
 * Makes due what has waited for business time, wherever the clock was moved to. It needs no lease: whoever handles it looks
 * at the clock once more.
 */
export async function wakeWaiting({ deps }: Scan): Promise<void> {
  const filter = { state: "waiting" as const, dueAt: { $lte: deps.clock.now() } };
  const found = await DeliveryModel.find(filter, { _id: 1 })
    .sort({ dueAt: 1 })
    .limit(wakingMax)
    .lean<{ _id: string }[]>();
  if (found.length === 0) return;
  const set = { state: "due", dueAt: deps.realNow() } as const;
  const ids = found.map(({ _id }) => _id);
  await inTransaction((session) => DeliveryModel.updateMany({ _id: { $in: ids } }, { $set: set }, { session }));
}

const dueUntil = ({ deps, aheadMs }: Scan): Date => new Date(deps.realNow().getTime() + aheadMs);
