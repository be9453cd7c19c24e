import { type ClientSession, mongo } from "mongoose";
import { AppError, type ErrorCode } from "@shared/errors";
import { wake } from "./emit";
import { DeliveryModel, type DeliveryRecord } from "./outboxModel";

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
