/*
 * The life of an event
 *
 * 1. A feature says what happened: `emit(saleConfirmed.of({ payload, partition, cause }), session)` in the transaction of
 *    the facts. For each subscription to the type one delivery is inserted into `events`, all of them by one insert: what
 *    happened and who must hear of it are stored together, or not at all. Its id follows from cause, part, type and
 *    subscription, so that a repeat is a duplicate key (`emit`), or asks for what is open once more (`emitOnce`).
 * 2. The end of that transaction wakes the relay of the same process; those of others see the delivery at their next look.
 *    `dueScan` finds the partitions with something due. What waits for business time is made due by `wakeWaiting` (`due.ts`).
 * 3. A worker claims a partition: a lease that runs out by itself, with a fence that counts up. One worker at a time has
 *    it, so deliveries about one thing come one after the other, oldest first; coalesced ones of a subscription together, or
 *    those with the same key, such as a month, so that one that fails is in no other's way.
 *    By default a partition belongs to one subscription, so that one that fails or hangs is in nobody's way.
 * 4. The handler runs, while the lease is renewed. It only reads, or writes what may be written twice.
 * 5. Then one transaction, which matches the fence:
 *    - done: what follows from it is written, and the delivery moves from `events` to `eventLog`. One that was asked for
 *      again since it was read stays, and is worked off again at once: its handler may not have seen why;
 *    - the handler threw `Postpone`: the delivery waits, which is no failure;
 *    - the handler failed: it comes back after its back-off (`countFailedTry`). An ordered one holds its partition meanwhile.
 *      After its last try it is `dead`: an alarm is logged, `npm run outbox` lists it and sends it again.
 * 6. A worker that dies leaves its lease behind. Whoever takes over after that counts it as a failed try of what was next,
 *    since something that kills its worker must not do so for ever; an old owner that still lives fails at the fence.
 * 7. A subscription that this process does not know, of a newer or an older version, fails with `UnknownSubscription`: it
 *    is tried again for a day and then waits for a person. A subscription that is new hears of what is emitted from now on.
 */
import { setTimeout as sleep } from "node:timers/promises";
import type { ClientSession } from "mongoose";
import { Counter, Histogram } from "prom-client";
import { inTransaction, remove, replace, sendWrites } from "../db";
import { failpoint } from "../lib/failpoint";
import type { Logger } from "../lib/logger";
import { withRequestId } from "../lib/requestContext";
import type { Service } from "../lib/services";
import { batchMax, dueIn, type DuePartition, dueScan, wakeWaiting } from "./due";
import { byName, type Delivery, emitOnce, onWake, type Outcome, type Subscription } from "./emit";
import { DeliveryModel, type DeliveryRecord, EventLogModel, Lease, LeaseLost, type LeaseTimes } from "./outboxModel";
import { countFailedTry, postpone, Postpone, UnknownSubscription, WorkerDied } from "./retry";

/** What the relay itself needs of the process's parts. Handlers are handed the same object. */
export interface RelayDeps {
  clock: { now(): Date };
  realNow: () => Date;
  logger: Logger;
  newToken: () => string;
}

export interface RelayOptions extends LeaseTimes {
  /** How often it looks for work when nothing in this process has woken it. */
  pollMs: number;
  /** Partitions worked off at the same time in this process; each subscription has one beside them. */
  partitionsMax: number;
}

const defaults: RelayOptions = { pollMs: 200, leaseMs: 30_000, handlerMaxMs: 120_000, partitionsMax: 8 };

interface Relay<Deps extends RelayDeps> {
  deps: Deps;
  subscriptions: Map<string, Subscription<string, Deps>>;
  times: LeaseTimes;
  /** Deliveries that are due within this time count as due now; 0 but in tests, which do not wait for ticks. */
  aheadMs: number;
  isStopping: () => boolean;
}

/** A busy partition gives way to others after this time, or this many deliveries. */
const turnMs = 5_000;
const turnMax = 1_000;
/** A busy process looks no more often than this: what comes due in between is found together. */
const restMs = 20;

/**
 * Works off deliveries as they come due. Any number of processes may run it: each partition has one worker at a time.
 * On stop it finishes what is under way and gives its leases back.
 */
export function outboxRelay<Deps extends RelayDeps>(
  deps: Deps,
  subscriptions: readonly Subscription<string, Deps>[],
  given: Partial<RelayOptions> = {},
): Service {
  const options = { ...defaults, ...given };
  /** Partitions under work, with the subscription that each was taken for. */
  const active = new Map<string, { subscription: string; work: Promise<void> }>();
  let stopping = false;
  let loop: Promise<void> | null = null;
  let woken = false;
  /** Work was seen that could not be begun, since its partition or this process was busy. */
  let leftOut = false;
  let endNap: () => void = () => undefined;
  const wake = () => {
    woken = true;
    endNap();
  };

  const isStopping = () => stopping;
  const relay: Relay<Deps> = { deps, subscriptions: byName(subscriptions), times: options, aheadMs: 0, isStopping };

  const start = ({ partition, subscription }: DuePartition) => {
    const work = workPartition(relay, partition)
      .catch((error: unknown) => {
        deps.logger.error({ error, partition }, "a partition could not be worked off; its lease runs out by itself");
        return { more: false };
      })
      .then(({ more }) => {
        active.delete(partition);
        if (more || leftOut) wake();
      });
    active.set(partition, { subscription, work });
  };

  /** A subscription may always work off one partition, so that others whose handlers are slow do not keep it waiting. */
  const hasRoom = (subscription: string) =>
    active.size < options.partitionsMax || ![...active.values()].some((one) => one.subscription === subscription);

  const look = async () => {
    leftOut = false;
    for (const due of await dueScan(relay)) {
      if (active.has(due.partition) || !hasRoom(due.subscription)) leftOut = true;
      else start(due);
    }
  };

  const run = async () => {
    while (!stopping) {
      const wasWoken = woken;
      woken = false;
      try {
        if (!wasWoken) await wakeWaiting(relay);
        await look();
      } catch (error) {
        deps.logger.error({ error }, "could not look for due deliveries; trying again");
      }
      if (woken) await sleep(restMs);
      else await nap(options.pollMs, (end) => (endNap = end));
    }
  };

  let endListening: () => void = () => undefined;
  return {
    name: "outbox relay",
    async start() {
      endListening = onWake(wake);
      loop = run();
    },
    async stop() {
      stopping = true;
      endListening();
      wake();
      await loop;
      await Promise.all([...active.values()].map(({ work }) => work));
    },
  };
}

function nap(ms: number, handOver: (end: () => void) => void): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    handOver(() => {
      clearTimeout(timer);
      resolve();
    });
  });
}

/**
 * Works off everything that is due, one partition after the other, until nothing is left. For tests and commands.
 * @param options.aheadMs what is due within this time counts as due now (ticks of roll-ups, short back-offs); default 0
 * @returns how many deliveries were completed, postponed or failed
 */
export async function workAll<Deps extends RelayDeps>(
  deps: Deps,
  subscriptions: readonly Subscription<string, Deps>[],
  options: Partial<RelayOptions> & { aheadMs?: number } = {},
): Promise<number> {
  const { aheadMs = 0, ...given } = options;
  const times = { ...defaults, ...given };
  const relay = { deps, subscriptions: byName(subscriptions), times, aheadMs, isStopping: () => false };
  let total = 0;
  for (let round = 0; round < 1_000; round += 1) {
    await wakeWaiting(relay);
    let worked = 0;
    for (const { partition } of await dueScan(relay)) worked += (await workPartition(relay, partition)).worked;
    if (worked === 0) return total;
    total += worked;
  }
  throw new Error("events keep coming due: something answers itself");
}

interface Turn {
  /** How many deliveries were completed, postponed or failed. */
  worked: number;
  /** There is more to do, but others have their turn first. */
  more: boolean;
}

/** Works off what is due in a partition, oldest first, unless another worker has it. */
async function workPartition<Deps extends RelayDeps>(relay: Relay<Deps>, partition: string): Promise<Turn> {
  const lease = await Lease.claim(partition, relay.deps, relay.times);
  if (!lease) return { worked: 0, more: false };
  await failpoint("outbox.afterClaim");
  let turn: Turn;
  try {
    turn = await workUnder(lease, relay);
  } catch (error) {
    if (!(error instanceof LeaseLost)) throw error;
    leasesLost.inc();
    relay.deps.logger.warn({ partition }, "lost the lease of a partition; its new owner goes on");
    return { worked: 0, more: false };
  }
  await failpoint("outbox.beforeRelease");
  await lease.release();
  return turn;
}

async function workUnder<Deps extends RelayDeps>(lease: Lease, relay: Relay<Deps>): Promise<Turn> {
  const until = relay.deps.realNow().getTime() + turnMs;
  let worked = 0;
  let died = lease.isTakeover;
  for (;;) {
    const found = await dueIn(lease.partition, relay);
    let open = found;
    let askedAgain = false;
    for (let next = nextOf(open, relay); next !== null; next = nextOf(open, relay)) {
      const isOver = worked >= turnMax || relay.deps.realNow().getTime() >= until;
      if (relay.isStopping() || isOver) return { worked, more: true };
      const isLast = found.length < batchMax && open.length === next.records.length;
      const done = await (died
        ? failed(next, new WorkerDied(), lease, relay.deps)
        : deliver(next, { isLast, isCut: found.length >= batchMax }, lease, relay));
      died = false;
      worked += done.records.length;
      askedAgain ||= done.askedAgain;
      if (done.holds) return { worked, more: false };
      open = open.filter((record) => !done.records.includes(record));
    }
    // What has come in since will be found by the next look.
    if (lease.isGivenBack || (found.length < batchMax && !askedAgain)) return { worked, more: askedAgain };
  }
}

interface Next<Deps> {
  /** undefined: this process does not know it. */
  subscription: Subscription<string, Deps> | undefined;
  /** What one call handles: the oldest, with those of its subscription that are coalesced with it. */
  records: [DeliveryRecord, ...DeliveryRecord[]];
  /** All that is due of the same subscription. */
  sameType: DeliveryRecord[];
}

function nextOf<Deps extends RelayDeps>(open: DeliveryRecord[], { subscriptions }: Relay<Deps>): Next<Deps> | null {
  const [first] = open;
  if (!first) return null;
  const [, ...others] = open.filter(({ subscription }) => subscription === first.subscription);
  const subscription = subscriptions.get(first.subscription);
  const keyOf = subscription?.togetherBy;
  const together = keyOf ? others.filter(({ payload }) => keyOf(payload) === keyOf(first.payload)) : [];
  return { subscription, records: [first, ...together], sameType: [first, ...others] };
}

interface Done {
  /** Completed, postponed or failed. */
  records: DeliveryRecord[];
  /** An ordered one has failed: its partition waits. */
  holds: boolean;
  /** Some of them stay due, since they were asked for again meanwhile. */
  askedAgain: boolean;
}

/** @param found `isLast`: nothing more of the partition is known: the lease is given back with its completion; `isCut`: more of it may be due */
async function deliver<Deps extends RelayDeps>(
  next: Next<Deps>,
  { isLast, isCut }: { isLast: boolean; isCut: boolean },
  lease: Lease,
  { deps }: Relay<Deps>,
): Promise<Done> {
  const { eventId, requestId } = next.records[0];
  try {
    // What follows belongs to the request that it all began with.
    const askedAgain = await withRequestId(requestId ?? eventId, async () => {
      const result = await lease.hold(() => handle(next, isCut, lease, deps));
      await failpoint("outbox.afterHandler");
      const outcome = Array.isArray(result) ? { events: result } : (result ?? {});
      return complete(next.records, { ...outcome, isLast }, lease, deps);
    });
    return { records: next.records, holds: false, askedAgain };
  } catch (error) {
    if (error instanceof LeaseLost) throw error;
    if (!(error instanceof Postpone)) return failed(next, error, lease, deps);
    const records = error.until.sameType ? next.sameType : next.records;
    await postpone(records, error, lease, deps);
    return { records, holds: false, askedAgain: false };
  }
}

async function failed<Deps extends RelayDeps>(
  { records, subscription }: Next<Deps>,
  thrown: unknown,
  lease: Lease,
  deps: Deps,
): Promise<Done> {
  const ordered = subscription?.ordered ?? false;
  await countFailedTry({ records, ordered, thrown }, lease, deps);
  return { records, holds: ordered, askedAgain: false };
}

function handle<Deps extends RelayDeps>(
  { subscription, records }: Next<Deps>,
  isCut: boolean,
  lease: Lease,
  deps: Deps,
) {
  const [{ _id: id, eventId, cause, attempts, subscription: name }] = records;
  if (!subscription) throw new UnknownSubscription(name);
  const delivery: Delivery = { id, eventId, cause, partition: lease.partition, attempts, isCut, lease };
  return subscription.handle(records, delivery, deps);
}

/**
 * Writes what follows and moves the deliveries to the log: all of it or nothing, and only under this lease.
 * @returns whether some were asked for again since they were read, and so stay due
 */
async function complete(
  records: DeliveryRecord[],
  outcome: Outcome & { isLast: boolean },
  lease: Lease,
  deps: Pick<RelayDeps, "realNow" | "logger">,
): Promise<boolean> {
  const now = deps.realNow();
  const askedAgain = new Set<DeliveryRecord>();
  const toLog = () => records.filter((record) => !askedAgain.has(record));
  for (;;) {
    try {
      await inTransaction(async (session) => {
        await lease.confirm(session, { release: outcome.isLast });
        await outcome.write?.(session);
        await emitOnce(outcome.events ?? [], session, now);
        for (const record of toLog()) archive(record, now, session, () => askedAgain.add(record));
        await sendWrites(session);
        await failpoint("outbox.beforeCommit");
      });
      break;
    } catch (error) {
      if (!(error instanceof AskedAgain)) throw error;
    }
  }
  await failpoint("outbox.afterCommit");
  for (const { _id: delivery, eventId, requestId, subscription, type, createdAt } of toLog()) {
    const ms = Math.max(0, now.getTime() - createdAt.getTime());
    handledSeconds.observe({ subscription, type }, ms / 1000);
    withRequestId(requestId ?? eventId, () => deps.logger.info({ delivery, ms }, "delivered"));
  }
  return askedAgain.size > 0;
}

/** One was asked for again since it was read: what was to be done is done once more without moving it. */
class AskedAgain extends Error {}

/** Moves a delivery to the log, unless somebody has asked for it since it was read. */
function archive(record: DeliveryRecord, finishedAt: Date, session: ClientSession, onAskedAgain: () => void): void {
  const { state: _state, bugs: _bugs, dueAt: _dueAt, asked = null, ...kept } = record; // null: stored before they were counted
  remove(DeliveryModel, { _id: record._id, asked }, session, (count) => {
    if (count > 0) return;
    onAskedAgain();
    throw new AskedAgain(record._id);
  });
  // Replaced where the same event was emitted again after it had been worked off; it must not fail for ever on that.
  replace(EventLogModel, { ...kept, finishedAt }, session);
}

const handledSeconds = new Histogram({
  name: "xiaoli_outbox_event_seconds",
  help: "From an event's emission to the completion of a delivery",
  labelNames: ["subscription", "type"],
  buckets: [0.05, 0.1, 0.25, 0.5, 1, 2, 5, 15, 60, 600],
});

const leasesLost = new Counter({
  name: "xiaoli_outbox_leases_lost_total",
  help: "Leases that ran out or were taken while their worker still worked",
});
