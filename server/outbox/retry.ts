import { type ClientSession, mongo } from "mongoose";
import { Counter } from "prom-client";
import { AppError, type ErrorCode } from "@shared/errors";
import { inTransaction, update } from "../db";
import { failpoint } from "../lib/failpoint";
import type { Logger } from "../lib/logger";
import { wake } from "./emit";
import { DeliveryModel, type DeliveryRecord, type Lease } from "./outboxModel";

/**
 * What may be done after a failed try. Errors of outside systems say it themselves by their `retry` field; `bug` is
 * everything that nobody foresaw.
 */
export type RetryClass = "now" | "later" | "token" | "unknown" | "never" | "bug";

interface Rhythm {
  firstMs: number;
  maxMs: number;
  /** After this many failed tries the delivery is dead. */
  attemptsMax: number;
}

const rhythms: Record<Exclude<RetryClass, "never">, Rhythm> = {
  // One count for all classes but bugs: what waited through an outage is not given up for another hiccup after it.
  now: { firstMs: 100, maxMs: 300_000, attemptsMax: 300 },
  // An outage of a day is survived without anybody's help: 2, 4 … 256 s, then every 5 minutes.
  later: { firstMs: 2_000, maxMs: 300_000, attemptsMax: 300 },
  token: { firstMs: 2_000, maxMs: 300_000, attemptsMax: 300 },
  unknown: { firstMs: 2_000, maxMs: 300_000, attemptsMax: 300 },
  bug: { firstMs: 1_000, maxMs: 60_000, attemptsMax: 8 },
};

const passing: readonly ErrorCode[] = ["conflict.busy", "stale", "wecom.unavailable", "server.unavailable"];
const classes: readonly string[] = ["now", "later", "token", "unknown", "never"] satisfies RetryClass[];

export function retryClassOf(error: unknown): RetryClass {
  if (error instanceof AppError) return passing.includes(error.code) ? "now" : "never";
  if (error instanceof mongo.MongoError) return "later";
  const named = (error as { retry?: unknown } | null)?.retry;
  return typeof named === "string" && classes.includes(named) ? (named as RetryClass) : "bug"; // just checked
}

/**
 * How long to wait before the next try, or null when there is none.
 * @param attempts failed tries, this one included; of a bug only those that were bugs
 * @param random from 0 up to 1: those that failed together do not come back together
 */
export function waitBeforeRetryMs(error: unknown, attempts: number, random: number): number | null {
  const retryClass = retryClassOf(error);
  if (retryClass === "never") return null;
  const { firstMs, maxMs, attemptsMax } = rhythms[retryClass];
  if (attempts >= attemptsMax) return null;
  const backOffMs = Math.min(maxMs, firstMs * 2 ** (attempts - 1)) * (0.75 + random / 2);
  // A limit says itself how long it lasts.
  const { waitMs } = error as { waitMs?: unknown };
  return Math.round(typeof waitMs === "number" ? Math.max(backOffMs, waitMs * (1 + random / 10)) : backOffMs);
}

interface PostponeUntil {
  /** Real time, such as the end of a minute's limit. */
  dueAt?: Date;
  /** Business time, such as the end of quiet hours. */
  notBefore?: Date;
  /** All due deliveries of this subscription in the partition wait as well. */
  sameType?: boolean;
  /** Written together with the postponement. */
  write?(session: ClientSession): Promise<void>;
}

/** Thrown by a handler whose delivery must wait. It is no failure and does not count as a try. */
export class Postpone extends Error {
  constructor(
    readonly reason: string,
    readonly until: PostponeUntil,
  ) {
    super(reason);
    this.name = "Postpone";
  }
}

/** Lets deliveries wait because their handler said so. Not a failure. */
export async function postpone(
  records: readonly DeliveryRecord[],
  { until }: Postpone,
  lease: Lease,
  deps: { realNow: () => Date },
): Promise<void> {
  const { dueAt, notBefore } = until;
  const set = { state: notBefore ? "waiting" : "due", dueAt: notBefore ?? dueAt ?? deps.realNow() } as const;
  await inTransaction(async (session) => {
    await lease.confirm(session);
    await until.write?.(session);
    for (const { _id } of records) await update(DeliveryModel, { filter: { _id }, set }, session);
  });
  await failpoint("outbox.afterPostpone");
}

/**
 * A failed try, with what must be written about it. The relay decides by the class of `cause` whether and when to try
 * again.
 */
export class FailedTry extends Error {
  constructor(
    cause: unknown,
    readonly write: (session: ClientSession) => Promise<void>,
  ) {
    super(cause instanceof Error ? cause.message : String(cause), { cause });
    this.name = "FailedTry";
  }
}

/** What is counted against a delivery whose worker gave nothing back. */
export class WorkerDied extends Error {
  constructor() {
    super("its worker died or hung while it was the next in its partition");
    this.name = "WorkerDied";
  }
}

/** Of another version; this process must not throw the delivery away, and another may know it. */
export class UnknownSubscription extends Error {
  readonly retry = "later";
  constructor(name: string | undefined) {
    super(`no subscription ${name ?? "is named: an older version left this after the upgrade"}`);
    this.name = "UnknownSubscription";
  }
}

/** A call of a handler that ended with `thrown`, for these deliveries. */
interface Try {
  records: readonly DeliveryRecord[];
  /** While they fail, their partition waits. */
  ordered: boolean;
  thrown: unknown;
}

/** Counts a failed try: the deliveries come back after their back-off, or are dead. */
export async function countFailedTry(
  { records, ordered, thrown }: Try,
  lease: Lease,
  deps: { realNow: () => Date; logger: Logger },
): Promise<void> {
  const error = thrown instanceof FailedTry ? thrown.cause : thrown;
  const failure = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  const isBug = retryClassOf(error) === "bug";
  const nowMs = deps.realNow().getTime();
  const tries = records.map((record) => {
    const attempts = record.attempts + 1;
    const bugs = (record.bugs ?? 0) + (isBug ? 1 : 0);
    const waitMs = waitBeforeRetryMs(error, isBug ? bugs : attempts, Math.random());
    return { record, attempts, bugs, waitMs };
  });
  const waitsMs = tries.flatMap(({ waitMs }) => waitMs ?? []);
  const heldUntil = ordered && waitsMs.length > 0 ? new Date(nowMs + Math.max(...waitsMs)) : undefined;

  await inTransaction(async (session) => {
    await lease.confirm(session, heldUntil && { heldUntil });
    if (thrown instanceof FailedTry) await thrown.write(session);
    for (const { record, attempts, bugs, waitMs } of tries) {
      // An ordered one keeps its place: it is its partition that waits.
      const dueAt = waitMs !== null && ordered ? record.dueAt : new Date(nowMs + (waitMs ?? 0));
      const set = { state: waitMs === null ? "dead" : "due", dueAt, attempts, bugs, failure } as const;
      await update(DeliveryModel, { filter: { _id: record._id }, set }, session);
    }
  });
  for (const { record, attempts, waitMs } of tries) report(record, { attempts, waitMs, error }, deps.logger);
  await failpoint("outbox.afterFail");
}

function report(
  { _id: deliveryId, subscription, type }: DeliveryRecord,
  { attempts, waitMs, error }: { attempts: number; waitMs: number | null; error: unknown },
  logger: Logger,
): void {
  const facts = { deliveryId, subscription, type, attempts, error };
  failedTries.inc({ subscription, type, class: retryClassOf(error) });
  if (waitMs !== null) {
    logger.warn({ ...facts, waitMs }, "a delivery failed and is tried again");
    return;
  }
  deadDeliveries.inc({ subscription, type });
  logger.error({ ...facts, alarm: "outbox.dead" }, "a delivery is dead: see why, then send it again");
}

const failedTries = new Counter({
  name: "xiaoli_outbox_failed_tries_total",
  help: "Tries of deliveries that failed, by class of retry",
  labelNames: ["subscription", "type", "class"],
});

const deadDeliveries = new Counter({
  name: "xiaoli_outbox_dead_total",
  help: "Deliveries given up; each is listed with its reason and can be sent again",
  labelNames: ["subscription", "type"],
});

export interface DeadDelivery {
  deliveryId: string;
  /** To whom it could not be delivered. */
  subscription: string;
  type: string;
  partition: string;
  cause: string;
  attempts: number;
  reason: string;
  /** Real time. */
  diedAt: Date;
}

/** Deliveries that were given up, the oldest first, with the reason of each. */
export async function listDead(limit = 100): Promise<DeadDelivery[]> {
  const found = await DeliveryModel.find({ state: "dead" }).sort({ dueAt: 1 }).limit(limit).lean<DeliveryRecord[]>();
  return found.map(({ _id: deliveryId, subscription, type, partition, cause, attempts, failure, dueAt: diedAt }) => ({
    ...{ deliveryId, subscription, type, partition, cause, attempts },
    reason: failure ?? "",
    diedAt,
  }));
}

/**
 * Tries a dead delivery again from the beginning. Repeating it changes nothing.
 * @throws AppError "notice.unknown" where nothing open has this id
 */
export async function resendDead(deliveryId: string, realNow: Date): Promise<void> {
  const delivery = await DeliveryModel.findOne({ _id: deliveryId }).lean();
  if (!delivery) throw new AppError("notice.unknown", `no open delivery ${deliveryId}`);
  if (delivery.state !== "dead") return;
  const again = { state: "due", dueAt: realNow, attempts: 0, bugs: 0 } as const;
  await DeliveryModel.updateOne({ _id: deliveryId }, { $set: again });
  wake();
}
