import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";
import { AppError } from "@shared/errors";

export interface RateLimits {
  /** @throws AppError "rate.limited" when this member has made too many calls in the last minute */
  member(memberId: string): Promise<void>;
  /** The same for an address that nobody is signed in from. */
  address(address: string): Promise<void>;
}

/** Limits per minute, in this process's memory: a shield against a runaway client, not a quota. */
export function rateLimits(perMinute: { member: number; address: number }): RateLimits {
  const members = new RateLimiterMemory({ points: perMinute.member, duration: 60 });
  const addresses = new RateLimiterMemory({ points: perMinute.address, duration: 60 });
  return {
    member: (memberId) => consume(members, memberId),
    address: (address) => consume(addresses, address),
  };
}

async function consume(limiter: RateLimiterMemory, key: string): Promise<void> {
  try {
    await limiter.consume(key);
  } catch (refused) {
    if (!(refused instanceof RateLimiterRes)) throw refused;
    const retryAfterS = Math.max(1, Math.ceil(refused.msBeforeNext / 1000));
    throw new AppError("rate.limited", `too many calls, again in ${retryAfterS} s`, { retryAfterS });
  }
}
