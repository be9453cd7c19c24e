import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";
import { AppError } from "@shared/errors";

export interface RateLimits {
  /**
   * @param actorKey as `actorKeyOf` gives it
   * @param cost how many calls this one counts for
   * @throws AppError "rate.limited" when this actor has used up the calls of the last minute
   */
  actor(actorKey: string, cost: number): Promise<void>;
  /** The same for an address that nobody is signed in from: generous, since a whole company may stand behind one. */
  address(address: string): Promise<void>;
  /** The same for logins, counted apart: whoever tries tokens from the company's address keeps nobody from logging in. */
  logins(address: string): Promise<void>;
  /** The same for pages, files and what operators ask, which need no session. */
  pages(address: string): Promise<void>;
}

/** Carries whether it is the first refusal of the minute, which is the one worth a line in the log. */
export class RateLimited extends AppError {
  constructor(
    retryAfterS: number,
    readonly first: boolean,
  ) {
    super("rate.limited", `too many calls, again in ${retryAfterS} s`, { retryAfterS });
  }
}

export interface LimitsPerMinute {
  actor: number;
  address: number;
  pages: number;
}

/** Limits per minute, in this process's memory: a shield against a runaway client, not a quota. */
export function rateLimits(perMinute: LimitsPerMinute): RateLimits {
  return {
    actor: callsPerMinute(perMinute.actor),
    address: callsPerMinute(perMinute.address),
    logins: callsPerMinute(perMinute.address),
    pages: callsPerMinute(perMinute.pages),
  };
}

/** @throws AppError "rate.limited" where the key has used up its calls of the last minute */
export type CountCall = (key: string, cost?: number) => Promise<void>;

export function callsPerMinute(points: number): CountCall {
  const limiter = new RateLimiterMemory({ points, duration: 60 });
  return (key, cost = 1) => consume(limiter, key, cost);
}

async function consume(limiter: RateLimiterMemory, key: string, cost: number): Promise<void> {
  try {
    await limiter.consume(key, cost);
  } catch (refused) {
    if (!(refused instanceof RateLimiterRes)) throw refused;
    const retryAfterS = Math.max(1, Math.ceil(refused.msBeforeNext / 1000));
    throw new RateLimited(retryAfterS, refused.consumedPoints - cost <= limiter.points);
  }
}
