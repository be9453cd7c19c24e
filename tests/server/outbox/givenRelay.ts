import type { ClientSession } from "mongoose";
import { inTransaction } from "../../../server/db";
import { noticeSend } from "../../../server/features/notices/events";
import { rollUpDue } from "../../../server/features/performance/events";
import { createLogger } from "../../../server/lib/logger";
import {
  configureOutbox,
  emitAll,
  type EventHandler,
  type NewEvent,
  outboxRelay,
  type Partition,
  type RelayDeps,
  type RelayOptions,
  subscribe,
  type Subscription,
  workAll,
} from "../../../server/outbox";
import { resetDatabase, stored } from "../../support/testDatabase";
import { TestClock } from "../../support/testClock";

type NoticeHandler = EventHandler<{ noticeId: string }, RelayDeps>;

interface Given {
  onNotice?: NoticeHandler;
  onRollUps?: EventHandler<{ unitId: string }[], RelayDeps>;
  ordered?: true;
  /** Others that have subscribed. */
  others?: readonly Subscription<string, RelayDeps>[];
}

/** An outbox on an empty database, with one subscriber of notices and one of roll-ups, which are coalesced. */
export async function givenRelay(
  { onNotice, onRollUps, ordered, others = [] }: Given,
  options: Partial<RelayOptions> = {},
) {
  await resetDatabase();
  const clock = new TestClock("2026-03-26T10:05:00+08:00");
  const lines: { level: number; alarm?: string; msg: string; requestId?: string; delivery?: string }[] = [];
  // pino writes one JSON object a line.
  const write = (line: string) => void lines.push(JSON.parse(line) as (typeof lines)[number]);
  let passedMs = 0;
  let tokens = 0;
  const deps: RelayDeps = {
    clock,
    realNow: () => new Date(Date.now() + passedMs),
    logger: createLogger({ level: "info", name: "test" }, { write }),
    newToken: () => `token-${(tokens += 1)}`,
  };
  const subscriptions = [
    subscribe("test.notices", noticeSend, onNotice ?? unexpected, { ...(ordered && { ordered }) }),
    subscribe("test.rollUps", rollUpDue, onRollUps ?? unexpected, { coalesce: true }),
    ...others,
  ];
  configureOutbox(subscriptions);
  return {
    clock,
    deps,
    subscriptions,
    alarms: () => lines.filter(({ alarm }) => alarm !== undefined).map(({ alarm }) => alarm),
    /** Log lines that tell of one request. */
    linesOf: (requestId: string) => lines.filter((line) => line.requestId === requestId),
    passRealTime: (ms: number) => void (passedMs += ms),
    work: (more: { aheadMs?: number } = {}) => workAll(deps, subscriptions, { ...options, ...more }),
    relay: () => outboxRelay(deps, subscriptions, options),
    emit: (...events: NewEvent[]) =>
      inTransaction((session: ClientSession) => emitAll(events, session, deps.realNow())),
  };
}

/** A notice event, the simplest of all, that stands for any. */
export const aNotice = (noticeId: string, partition: Partition = "notices:xiaowang"): NewEvent =>
  noticeSend.of({ payload: { noticeId }, partition, cause: noticeId });

export const aRollUp = (cause: string, unitId = "u3"): NewEvent =>
  rollUpDue.of({ payload: { unitId, period: "2026-03" }, partition: `rollup:${unitId}`, cause });

/** What is open, by the events' ids. */
export const openEvents = async () =>
  (await stored("events")).map(({ eventId, state }) => `${String(eventId)} ${String(state)}`);
export const loggedEvents = async () => (await stored("eventLog")).map(({ eventId }) => String(eventId));
/** The same by delivery: `<event>@<subscription>`. */
export const openDeliveries = async () =>
  (await stored("events")).map(({ _id, state }) => `${String(_id)} ${String(state)}`);
export const loggedDeliveries = async () => (await stored("eventLog")).map(({ _id }) => String(_id));

/** A promise that the test settles. */
export function deferred() {
  let settle: () => void = () => undefined;
  const promise = new Promise<void>((resolve) => (settle = resolve));
  return { promise, settle };
}

const unexpected = async () => {
  throw new Error("nothing was expected");
};
