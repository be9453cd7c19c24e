import type { Partition } from "./eventTypes";
import type { RelayDeps } from "./handlers";
import { EventModel, type EventRecord } from "./outboxModel";

/** Where work is looked for. */
export interface Lookout {
  deps: Pick<RelayDeps, "clock" | "realNow">;
  /** Events that are due within this time count as due now; 0 but in tests, which do not wait for ticks. */
  aheadMs: number;
}

/** Partitions looked at in one scan; the rest comes with the next. */
const partitionsMax = 200;

/** Events read from a partition at once. */
export const batchMax = 100;

const wakingMax = 500;

/** Partitions with due events, the longest waiting first. */
export async function duePartitions(lookout: Lookout): Promise<Partition[]> {
  const found = await EventModel.aggregate<{ _id: Partition }>([
    { $match: { state: "due", dueAt: { $lte: until(lookout) } } },
    { $group: { _id: "$partition", dueAt: { $min: "$dueAt" } } },
    { $sort: { dueAt: 1 } },
    { $limit: partitionsMax },
  ]);
  return found.map(({ _id }) => _id);
}

/** The due events of a partition, the oldest first. */
export async function dueEvents(partition: Partition, lookout: Lookout): Promise<EventRecord[]> {
  const found = await EventModel.find({ partition, state: "due", dueAt: { $lte: until(lookout) } })
    .sort({ dueAt: 1 })
    .limit(batchMax)
    .lean<EventRecord[]>();
  return found.sort((a, b) => a.createdAt.getTime() - b.createdAt.getTime());
}

/**
 * Makes due what has waited for business time, wherever the clock was moved to. It needs no lease: whoever handles such an
 * event looks at the clock once more.
 */
export async function wakeWaiting({ deps }: Lookout): Promise<void> {
  const filter = { state: "waiting" as const, dueAt: { $lte: deps.clock.now() } };
  const found = await EventModel.find(filter, { _id: 1 }).sort({ dueAt: 1 }).limit(wakingMax).lean<{ _id: string }[]>();
  if (found.length === 0) return;
  const set = { state: "due", dueAt: deps.realNow() } as const;
  await EventModel.updateMany({ _id: { $in: found.map(({ _id }) => _id) } }, { $set: set });
}

const until = ({ deps, aheadMs }: Lookout): Date => new Date(deps.realNow().getTime() + aheadMs);
