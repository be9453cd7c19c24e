import type { ClientSession } from "mongoose";
import { inTransaction } from "../db";
import { failpoint } from "../lib/failpoint";
import { emitOnce, type NewEvent } from "./emit";
import { deliveryOf } from "./eventTypes";
import type { Outcome, RelayDeps } from "./handlers";
import type { Lease } from "./lease";
import { deadEvents, failedTries, handledSeconds } from "./metrics";
import { EventLogModel, EventModel, type EventRecord } from "./outboxModel";
import { FailedTry, type Postpone } from "./postpone";
import { retryClassOf, waitBeforeRetryMs } from "./retry";
import { knownType } from "./knownType";

type Deps = Pick<RelayDeps, "realNow" | "logger">;

/** Writes what follows from the events and moves them to the log: all of it or nothing, and only under this lease. */
export async function complete(
  events: EventRecord[],
  result: NewEvent[] | Outcome | void,
  lease: Lease,
  deps: Deps,
): Promise<void> {
  const outcome: Outcome = Array.isArray(result) ? { events: result } : (result ?? {});
  const now = deps.realNow();
  await inTransaction(async (session) => {
    await lease.confirm(session);
    await outcome.write?.(session);
    for (const event of outcome.events ?? []) await emitOnce(event, session, now);
    for (const event of events) await archive(event, now, session);
    await failpoint("outbox.beforeCommit");
  });
  await failpoint("outbox.afterCommit");
  for (const { type, createdAt } of events) {
    handledSeconds.observe({ type }, Math.max(0, now.getTime() - createdAt.getTime()) / 1000);
  }
}

async function archive(event: EventRecord, finishedAt: Date, session: ClientSession): Promise<void> {
  const { _id, schemaVersion, type, partition, cause, requestId, attempts, createdAt, failure } = event;
  const payload: unknown = event.payload;
  const logged = {
    schemaVersion,
    type,
    payload,
    partition,
    cause,
    requestId,
    attempts,
    createdAt,
    failure,
    finishedAt,
  };
  await EventModel.deleteOne({ _id }, { session });
  // Replaced where the same cause was emitted again after it had been worked off; it must not fail for ever on that.
  await EventLogModel.replaceOne({ _id }, logged, { upsert: true, session });
}

/** Lets events wait because their handler said so. Not a failure. */
export async function postpone(events: EventRecord[], wait: Postpone, lease: Lease, deps: Deps): Promise<void> {
  const { dueAt, notBefore } = wait.until;
  await inTransaction(async (session) => {
    await lease.confirm(session);
    await wait.until.write?.(session);
    await EventModel.updateMany(
      { _id: { $in: events.map(({ _id }) => _id) } },
      { $set: { state: notBefore ? "waiting" : "due", dueAt: notBefore ?? dueAt ?? deps.realNow() } },
      { session },
    );
  });
  await failpoint("outbox.afterPostpone");
}

/** Counts a failed try: the events come back after their back-off, or are dead. */
export async function fail(events: EventRecord[], thrown: unknown, lease: Lease, deps: Deps): Promise<void> {
  const error = thrown instanceof FailedTry ? thrown.cause : thrown;
  const failure = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  const now = deps.realNow();
  const tries = events.map((event) => {
    const attempts = event.attempts + 1;
    const isBug = retryClassOf(error) === "bug";
    const bugs = (event.bugs ?? 0) + (isBug ? 1 : 0);
    const waitMs = waitBeforeRetryMs(error, isBug ? bugs : attempts, Math.random());
    return { event, attempts, bugs, waitMs, dueAt: new Date(now.getTime() + (waitMs ?? 0)) };
  });
  const holding = tries.filter(({ event, waitMs }) => waitMs !== null && isOrdered(event));
  const heldUntil = holding.reduce<Date | undefined>(
    (latest, { dueAt }) => (latest && latest > dueAt ? latest : dueAt),
    undefined,
  );

  await inTransaction(async (session) => {
    await lease.confirm(session, heldUntil && { heldUntil });
    if (thrown instanceof FailedTry) await thrown.write(session);
    for (const { event, attempts, bugs, waitMs, dueAt } of tries) {
      // An ordered event keeps its place: it is its partition that waits.
      const when = waitMs !== null && isOrdered(event) ? event.dueAt : dueAt;
      const set = { state: waitMs === null ? "dead" : "due", dueAt: when, attempts, bugs, failure } as const;
      await EventModel.updateOne({ _id: event._id }, { $set: set }, { session });
    }
  });
  for (const { event, attempts, waitMs } of tries) report(event, attempts, waitMs, error, deps);
  await failpoint("outbox.afterFail");
}

function report(event: EventRecord, attempts: number, waitMs: number | null, error: unknown, deps: Deps): void {
  const facts = { eventId: event._id, type: event.type, attempts, error };
  failedTries.inc({ type: event.type, class: retryClassOf(error) });
  if (waitMs !== null) {
    deps.logger.warn({ ...facts, waitMs }, "an event failed and is tried again");
    return;
  }
  deadEvents.inc({ type: event.type });
  deps.logger.error({ ...facts, alarm: "outbox.dead" }, "an event is dead: see why, then send it again");
}

function isOrdered(event: EventRecord): boolean {
  return knownType(event.type) && deliveryOf(event.type).ordered === true;
}
