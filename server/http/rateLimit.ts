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
  /** The same for one login: a browser by its cookie, or a code. Strict, since it is nobody else's. */
  login(attempt: string): Promise<void>;
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
  login: number;
  pages: number;
}

/** Limits per minute, in this process's memory: a shield against a runaway client, not a quota. */
export function rateLimits(perMinute: LimitsPerMinute): RateLimits {
  const limiter = (points: number) => new RateLimiterMemory({ points, duration: 60 });
  const actors = limiter(perMinute.actor);
  const addresses = limiter(perMinute.address);
  const loginAddresses = limiter(perMinute.address);
  const logins = limiter(perMinute.login);
  const pages = limiter(perMinute.pages);
  return {
    actor: (actorKey, cost) => consume(actors, actorKey, cost),
    address: (address) => consume(addresses, address, 1),
    logins: (address) => consume(loginAddresses, address, 1),
    login: (attempt) => consume(logins, attempt, 1),
    pages: (address) => consume(pages, address, 1),
  };
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
