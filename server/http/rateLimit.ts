import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";
import { AppError } from "@shared/errors";

export interface RateLimits {
  /**
   * @param actorKey as `actorKeyOf` gives it
   * @param cost how many calls this one counts for
   * @throws AppError "rate.limited" when this actor has used up the calls of the last minute
   */
  actor(actorKey: string, cost: number): Promise<void>;
  /** The same for an address that nobody is signed in from. */
  address(address: string): Promise<void>;
}

/** Limits per minute, in this process's memory: a shield against a runaway client, not a quota. */
export function rateLimits(perMinute: { actor: number; address: number }): RateLimits {
  const actors = new RateLimiterMemory({ points: perMinute.actor, duration: 60 });
  const addresses = new RateLimiterMemory({ points: perMinute.address, duration: 60 });
  return {
    actor: (actorKey, cost) => consume(actors, actorKey, cost),
    address: (address) => consume(addresses, address, 1),
  };
}

async function consume(limiter: RateLimiterMemory, key: string, cost: number): Promise<void> {
  try {
    await limiter.consume(key, cost);
  } catch (refused) {
    if (!(refused instanceof RateLimiterRes)) throw refused;
    const retryAfterS = Math.max(1, Math.ceil(refused.msBeforeNext / 1000));
    throw new AppError("rate.limited", `too many calls, again in ${retryAfterS} s`, { retryAfterS });
  }
}
