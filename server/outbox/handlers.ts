import type { ClientSession } from "mongoose";
import type { Logger } from "../lib/logger";
import type { NewEvent } from "./emit";
import type { CoalescedType, EventPayloads, EventType, Partition } from "./eventTypes";

/** What the relay itself needs of the process's parts. Handlers are handed the same object. */
export interface RelayDeps {
  clock: { now(): Date };
  realNow: () => Date;
  logger: Logger;
  newToken: () => string;
}

/** The event under work, as its handler sees it. Where several are handled by one call, it is the oldest. */
export interface EventUnderWork {
  id: string;
  cause: string;
  partition: Partition;
  /** Failed tries so far. */
  attempts: number;
  lease: PartitionLease;
}

/** The right to work a partition off, until it runs out or another takes it. */
export interface PartitionLease {
  /** What handlers keep in the partition's document, as last stored under this lease. */
  readonly memory: Readonly<Record<string, unknown>>;
  /**
   * Stores what handlers keep, together with whatever else `session` writes, and renews the lease.
   * @throws LeaseLost when another worker has the partition; then nothing more may be sent
   */
  remember(memory: Record<string, unknown>, session: ClientSession): Promise<void>;
}

/** What follows from an event. It is written in the transaction that completes the event. */
export interface Outcome {
  events?: NewEvent[];
  write?(session: ClientSession): Promise<void>;
}

export type PayloadOf<T extends EventType> = T extends CoalescedType ? EventPayloads[T][] : EventPayloads[T];

/**
 * Works one event off. It may run more than once for the same event, so whatever it makes is keyed by the event's cause.
 * It throws `Postpone` to be called again later; a thrown error that has a `retry` class decides by that.
 */
export type EventHandler<T extends EventType, Deps> = (
  payload: PayloadOf<T>,
  event: EventUnderWork,
  deps: Deps,
) => Promise<NewEvent[] | Outcome | void>;

/** One handler for every type of event; a missing one does not compile. */
export type EventHandlers<Deps> = { [T in EventType]: EventHandler<T, Deps> };
