import type { ClientSession } from "mongoose";
import { inTransaction } from "../../../server/db";
import { createLogger } from "../../../server/lib/logger";
import {
  emit,
  type EventHandlers,
  type EventType,
  type NewEvent,
  outboxRelay,
  type Partition,
  type RelayDeps,
  type RelayOptions,
  workAll,
} from "../../../server/outbox";
import { resetDatabase, stored } from "../../support/testDatabase";
import { TestClock } from "../../support/testClock";

/** An outbox on an empty database, with handlers of the test. */
export async function givenRelay(given: Partial<EventHandlers<RelayDeps>>, options: Partial<RelayOptions> = {}) {
  await resetDatabase();
  const clock = new TestClock("2026-03-26T10:05:00+08:00");
  const lines: { level: number; alarm?: string; msg: string }[] = [];
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
  const handlers = { ...unexpected, ...given };
  return {
    clock,
    deps,
    handlers,
    alarms: () => lines.filter(({ alarm }) => alarm !== undefined).map(({ alarm }) => alarm),
    passRealTime: (ms: number) => void (passedMs += ms),
    work: (more: { aheadMs?: number } = {}) => workAll(deps, handlers, { ...options, ...more }),
    relay: () => outboxRelay(deps, handlers, options),
    emit: (...events: NewEvent[]) =>
      inTransaction(async (session: ClientSession) => {
        for (const event of events) await emit(event, session, deps.realNow());
      }),
  };
}

/** A notice event, the simplest of all, that stands for any. */
export const aNotice = (noticeId: string, partition: Partition = "notices:xiaowang"): NewEvent => ({
  type: "notice.send",
  payload: { noticeId },
  partition,
  cause: noticeId,
});

export const aRollUp = (cause: string, unitId = "u3"): NewEvent => ({
  type: "rollup.due",
  payload: { unitId, period: "2026-03" },
  partition: `rollup:${unitId}`,
  cause,
});

export const openEvents = async () =>
  (await stored("events")).map(({ _id, state }) => `${String(_id)} ${String(state)}`);
export const loggedEvents = async () => (await stored("eventLog")).map(({ _id }) => String(_id));

/** A promise that the test settles. */
export function deferred() {
  let settle: () => void = () => undefined;
  const promise = new Promise<void>((resolve) => (settle = resolve));
  return { promise, settle };
}

const refuse = (type: EventType) => async () => {
  throw new Error(`no ${type} was expected`);
};
const unexpected: EventHandlers<RelayDeps> = {
  "sale.confirmed": refuse("sale.confirmed"),
  "rollup.due": refuse("rollup.due"),
  "statement.reprice": refuse("statement.reprice"),
  "target.published": refuse("target.published"),
  "notice.send": refuse("notice.send"),
  "notice.digest": refuse("notice.digest"),
};
