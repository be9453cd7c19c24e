import type { ClientSession } from "mongoose";

interface PostponeUntil {
  /** Real time, such as the end of a minute's limit. */
  dueAt?: Date;
  /** Business time, such as the end of quiet hours. */
  notBefore?: Date;
  /** All due events of this type in the partition wait as well. */
  sameType?: boolean;
  /** Written together with the postponement. */
  write?(session: ClientSession): Promise<void>;
}

/** Thrown by a handler whose event must wait. It is no failure and does not count as a try. */
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
