import type { Service } from "../lib/services";
import type { Partition } from "./eventTypes";
import type { EventHandlers, RelayDeps } from "./handlers";
import { duePartitions, wakeWaiting } from "./lookout";
import { onWake } from "./wake";
import { type Relay, workPartition } from "./work";

export interface RelayOptions {
  /** How often it looks for work when nothing in this process has woken it. */
  pollMs: number;
  leaseMs: number;
  handlerMaxMs: number;
  /** Partitions worked off at the same time in this process. */
  partitionsMax: number;
}

const defaults: RelayOptions = { pollMs: 200, leaseMs: 30_000, handlerMaxMs: 120_000, partitionsMax: 8 };

/**
 * Works off events as they come due. Any number of processes may run it: each partition has one worker at a time.
 * On stop it finishes the events under way and gives its leases back.
 */
export function outboxRelay<Deps extends RelayDeps>(
  deps: Deps,
  handlers: EventHandlers<Deps>,
  given: Partial<RelayOptions> = {},
): Service {
  const options = { ...defaults, ...given };
  const active = new Map<Partition, Promise<void>>();
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

  const relay: Relay<Deps> = { deps, handlers, times: options, aheadMs: 0, isStopping: () => stopping };

  const start = (partition: Partition) => {
    const work = workPartition(relay, partition)
      .catch((error: unknown) => {
        deps.logger.error({ error, partition }, "a partition could not be worked off; its lease runs out by itself");
        return { more: false };
      })
      .then(({ more }) => {
        active.delete(partition);
        if (more || leftOut) wake();
      });
    active.set(partition, work);
  };

  const look = async () => {
    leftOut = false;
    for (const partition of await duePartitions(relay)) {
      if (active.has(partition) || active.size >= options.partitionsMax) leftOut = true;
      else start(partition);
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
        deps.logger.error({ error }, "could not look for due events; trying again");
      }
      if (!woken) await nap(options.pollMs, (end) => (endNap = end));
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
      await Promise.all(active.values());
    },
  };
}

/**
 * Works off everything that is due, one partition after the other, until nothing is left. For tests and commands.
 * @param options.aheadMs what is due within this time counts as due now (ticks of roll-ups, short back-offs); default 0
 * @returns how many events were completed, postponed or failed
 */
export async function workAll<Deps extends RelayDeps>(
  deps: Deps,
  handlers: EventHandlers<Deps>,
  options: Partial<RelayOptions> & { aheadMs?: number } = {},
): Promise<number> {
  const times = { ...defaults, ...options };
  const relay: Relay<Deps> = { deps, handlers, times, aheadMs: options.aheadMs ?? 0, isStopping: () => false };
  let total = 0;
  for (let round = 0; round < 1_000; round += 1) {
    await wakeWaiting(relay);
    let worked = 0;
    for (const partition of await duePartitions(relay)) worked += (await workPartition(relay, partition)).worked;
    if (worked === 0) return total;
    total += worked;
  }
  throw new Error("events keep coming due: something answers itself");
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
