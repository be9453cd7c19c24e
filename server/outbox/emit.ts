import type { ClientSession } from "mongoose";
import { insert, update } from "../db";
import { currentRequestId } from "../lib/requestContext";
import { DeliveryModel, type DeliveryRecord, deliveryVersion } from "./outboxModel";

/** What an event is about, such as `member:xiaowang`; deliveries about the same thing come one after the other. */
export type Partition = `${string}:${string}`;

interface EventFields<Payload> {
  /** Ids and plain JSON values, instants as ISO text; what a person is called or paid in detail is read when it is handled. */
  payload: Payload;
  partition: Partition;
  /** The id of the command, delivery, run or notice that it follows from; the event's own id is made of it. */
  cause: string;
  /** Tells apart several events of one type with the same cause. */
  part?: string;
  /** Real time; without it, at once. */
  dueAt?: Date;
  /** Business time before which it is not worked off; in place of `dueAt`. */
  notBefore?: Date;
}

/** An event as its maker writes it; `of` of its definition makes it. */
export type NewEvent = EventFields<unknown> & { type: string };

export interface EventDefinition<Payload> {
  readonly type: string;
  of(fields: EventFields<Payload>): NewEvent;
}

const defined = new Set<string>();

/** Names an event of a feature, which says it and knows nobody who listens. */
export function defineEvent<Payload>(type: string): EventDefinition<Payload> {
  if (defined.has(type)) throw new Error(`two events are named ${type}`);
  defined.add(type);
  return { type, of: (fields) => ({ ...fields, type }) };
}

/** What is under work, as its handler sees it. Where several are handled by one call, it is the oldest. */
export interface Delivery {
  /** Its own for each subscription: what follows from it takes this for its cause. */
  id: string;
  eventId: string;
  cause: string;
  partition: string;
  /** Failed tries so far. */
  attempts: number;
  /** More of the partition may be due than one look finds: those that are handled together need not be all. */
  isCut: boolean;
  lease: PartitionLease;
}

/** The right to work a partition off, until it runs out or another takes it. */
export interface PartitionLease {
  /**
   * Part of every transaction of a handler that must not happen twice.
   * @throws LeaseLost when another worker has the partition; then nothing more may be sent
   */
  confirm(session: ClientSession): Promise<void>;
}

/** What follows from a delivery. It is written in the transaction that completes it. */
export interface Outcome {
  events?: NewEvent[];
  write?(session: ClientSession): Promise<void>;
}

/**
 * Works a delivery off. It may run more than once for the same one, so whatever it makes is keyed by its cause. It throws
 * `Postpone` to be called again later; a thrown error that has a `retry` class decides by that.
 */
export type EventHandler<Payload, Deps = unknown> = (
  payload: Payload,
  delivery: Delivery,
  deps: Deps,
) => Promise<NewEvent[] | Outcome | void>;

/**
 * All due deliveries of a partition, up to 100, are handled by one call, or all with the same key: what one call does fails as a whole, so
 * things that can do without each other have different keys. Of more, the call is told that it is cut (`Delivery.isCut`).
 */
type Coalesce<Payload> = true | ((payload: Payload) => string);

interface SubscriptionOptions {
  /** While one fails, everything in its partition waits behind it. */
  ordered?: true;
  /**
   * Which deliveries wait for each other. By default those of this subscription that are about the same thing, so that no
   * other one is ever in the way; subscriptions that must not run at the same time return the same name.
   */
  partition?: (event: NewEvent) => Partition;
}

/** One feature's wish to hear of events: each event becomes a delivery of its own for it, with its own fate. */
export interface Subscription<Name extends string = string, Deps = never> {
  readonly name: Name;
  /** null: events of every type. */
  readonly type: string | null;
  /** What due deliveries of a partition that are handled by one call have in common; null: each has a call of its own. */
  readonly togetherBy: ((payload: unknown) => string) | null;
  readonly ordered: boolean;
  readonly partitionOf: (event: NewEvent) => Partition;
  /** @param records the oldest first; one, unless coalesced */
  readonly handle: (
    records: readonly [DeliveryRecord, ...DeliveryRecord[]],
    delivery: Delivery,
    deps: Deps,
  ) => ReturnType<EventHandler<unknown>>;
}

/** @param name unique in the product, begins with the feature: `notices.saleWin`. It is stored, so it is never changed. */
export function subscribe<Name extends string, Payload, Deps = unknown>(
  name: Name,
  event: EventDefinition<Payload>,
  handler: EventHandler<NoInfer<Payload>[], Deps>,
  options: SubscriptionOptions & { coalesce: Coalesce<NoInfer<Payload>> },
): Subscription<Name, Deps>;
export function subscribe<Name extends string, Payload, Deps = unknown>(
  name: Name,
  event: EventDefinition<Payload>,
  handler: EventHandler<NoInfer<Payload>, Deps>,
  options?: SubscriptionOptions,
): Subscription<Name, Deps>;
export function subscribe<Name extends string, Deps>(
  name: Name,
  { type }: { type: string },
  handler: EventHandler<never, Deps>,
  { coalesce, ...options }: SubscriptionOptions & { coalesce?: Coalesce<never> } = {},
): Subscription<Name, Deps> {
  return {
    ...commonOf(name, options),
    type,
    // Stored as `of` of the definition took it.
    togetherBy: coalesce === true ? () => "" : coalesce ? (payload) => coalesce(payload as never) : null,
    handle: (records, delivery, deps) => {
      const payload: unknown = coalesce ? records.map((record): unknown => record.payload) : records[0].payload;
      return handler(payload as never, delivery, deps); // stored as `of` of the definition took it
    },
  };
}

/** An event of whatever type, as it was emitted. */
export interface AnyEvent {
  eventId: string;
  type: string;
  payload: unknown;
  /** Real time. */
  createdAt: Date;
}

/** Hears of everything, for what passes events on, such as webhooks. */
export function everyEvent<Name extends string, Deps = unknown>(
  name: Name,
  handler: EventHandler<AnyEvent, Deps>,
  options: SubscriptionOptions = {},
): Subscription<Name, Deps> {
  return {
    ...commonOf(name, options),
    type: null,
    togetherBy: null,
    handle: ([{ eventId, type, payload, createdAt }], delivery, deps) =>
      handler({ eventId, type, payload: payload as unknown, createdAt }, delivery, deps),
  };
}

function commonOf<Name extends string>(name: Name, { ordered, partition }: SubscriptionOptions) {
  const partitionOf = partition ?? ((event: NewEvent): Partition => `${name}/${event.partition}`);
  return { name, ordered: ordered === true, partitionOf };
}

/** `unknown` where all names differ; else a type that no list has, which says what is wrong. */
type NamesDiffer<List extends readonly unknown[], Seen = never> = List extends readonly []
  ? unknown
  : List extends readonly [Subscription<infer Name>, ...infer Rest]
    ? Name extends Seen
      ? { "two subscriptions are named": Name }
      : NamesDiffer<Rest, Seen | Name>
    : { "the list must be written out": "as const" };

/** Puts the product's subscriptions together. Two with one name do not compile, nor does a list that hides its names. */
export function collectSubscriptions<const List extends readonly Subscription[]>(list: List & NamesDiffer<List>): List {
  byName(list);
  return list;
}

/** @throws Error where two have one name */
export function byName<Deps>(list: readonly Subscription<string, Deps>[]): Map<string, Subscription<string, Deps>> {
  const found = new Map<string, Subscription<string, Deps>>();
  for (const subscription of list) {
    if (found.has(subscription.name)) throw new Error(`two subscriptions are named ${subscription.name}`);
    found.set(subscription.name, subscription);
  }
  return found;
}

let subscriptions: readonly Subscription[] | null = null;

/** Says for whom events are emitted. Done once per process, where its parts are wired. */
export function configureOutbox(list: readonly Subscription[]): void {
  byName(list);
  subscriptions = list;
}

/**
 * Leaves an event for everybody who has subscribed, in the transaction of the facts that it tells of: one insert. The ids
 * follow from the cause: doing it twice is a duplicate key, which fails the transaction.
 */
export function emit(event: NewEvent, session: ClientSession, realNow?: Date): Promise<void> {
  return emitAll([event], session, realNow);
}

/** As `emit`, for all events of a transaction: still one insert. */
export async function emitAll(
  events: readonly NewEvent[],
  session: ClientSession,
  realNow: Date = new Date(),
): Promise<void> {
  const deliveries = events.flatMap((event) => deliveriesOf(event, realNow));
  if (deliveries.length === 0) return;
  for (const delivery of deliveries) await insert(DeliveryModel, delivery, session);
  wakeAfter(session);
}

/**
 * As `emitAll`, but may be repeated: for handlers and jobs, which may run again, and for what many ask for.
 * A delivery that is still open is asked for once more: where it is under work, its worker may have read what it needs before
 * the facts of this transaction, so that it is worked off again after that. To whom it was given up, it stays so.
 */
export async function emitOnce(
  events: NewEvent | readonly NewEvent[],
  session: ClientSession,
  realNow: Date,
): Promise<void> {
  const deliveries = [events].flat().flatMap((event) => deliveriesOf(event, realNow));
  if (deliveries.length === 0) return;
  for (const { _id, asked: _none, ...fields } of deliveries)
    await update(DeliveryModel, { filter: { _id }, inc: { asked: 1 }, orInsert: fields }, session);
  wakeAfter(session);
}

/** As `emitOnce`, but to whom it was given up, it is tried again from the beginning. */
export async function emitAgain(event: NewEvent, session: ClientSession, realNow: Date): Promise<void> {
  const ids = deliveriesOf(event, realNow).map(({ _id }) => _id);
  const known = await DeliveryModel.find({ _id: { $in: ids } }, null, { session }).lean<DeliveryRecord[]>();
  for (const { _id } of known.filter(({ state }) => state === "dead")) {
    const { state, dueAt } = dueOf(event, realNow);
    await update(DeliveryModel, { filter: { _id }, set: { state, dueAt, attempts: 0, bugs: 0 } }, session);
  }
  await emitOnce(event, session, realNow);
}

export function eventIdOf({ cause, part, type }: Pick<NewEvent, "cause" | "part" | "type">): string {
  return [cause, ...(part === undefined ? [] : [part]), type].join(":");
}

export const deliveryIdOf = (eventId: string, subscription: string): string => `${eventId}@${subscription}`;

function deliveriesOf(event: NewEvent, realNow: Date): DeliveryRecord[] {
  if (!subscriptions) throw new Error("configureOutbox has not been called");
  const { type, payload, cause } = event;
  const eventId = eventIdOf(event);
  const listening = subscriptions.filter((one) => one.type === null || one.type === type);
  return listening.map((subscription) => ({
    _id: deliveryIdOf(eventId, subscription.name),
    schemaVersion: deliveryVersion,
    eventId,
    subscription: subscription.name,
    type,
    payload,
    partition: subscription.partitionOf(event),
    cause,
    requestId: currentRequestId() ?? null,
    attempts: 0,
    bugs: 0,
    asked: 0,
    createdAt: realNow,
    failure: null,
    ...dueOf(event, realNow),
  }));
}

function dueOf({ notBefore, dueAt }: NewEvent, realNow: Date) {
  return { state: notBefore ? "waiting" : "due", dueAt: notBefore ?? dueAt ?? realNow } as const;
}

const listeners = new Set<() => void>();
const announced = new WeakSet<ClientSession>();

/** Workers of this process look as soon as the transaction has ended, so that their next look need not be waited for. */
function wakeAfter(session: ClientSession): void {
  if (announced.has(session)) return;
  announced.add(session);
  session.once("ended", wake);
}

export function wake(): void {
  for (const listener of listeners) listener();
}

/** @returns ends the listening */
export function onWake(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
