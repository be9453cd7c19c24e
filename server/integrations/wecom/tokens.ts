import { WecomError } from "./wecomError";

interface FetchedToken {
  token: string;
  expiresInS: number;
}

interface Held {
  token: string;
  renewAtMs: number;
}

/** Access tokens by secret. One fetch at a time for each, shared by all who wait for it. */
export interface Tokens {
  /** The token to use now. */
  read(secret: string): Promise<string>;
  /** Forgets a token that WeCom refused, unless a newer one has already taken its place. */
  drop(secret: string, token: string): void;
}

const renewEarlyMs = 5 * 60_000;
/** WeCom blocks an address that keeps asking with a secret it refuses. */
const refusedPauseMs = 60_000;

export function createTokens(fetchToken: (secret: string) => Promise<FetchedToken>, realNow: () => Date): Tokens {
  const held = new Map<string, Held>();
  const underWay = new Map<string, Promise<string>>();
  const refused = new Map<string, { error: WecomError; untilMs: number }>();

  async function renew(secret: string): Promise<string> {
    try {
      const { token, expiresInS } = await fetchToken(secret);
      held.set(secret, { token, renewAtMs: realNow().getTime() + expiresInS * 1000 - renewEarlyMs });
      refused.delete(secret);
      return token;
    } catch (error) {
      if (error instanceof WecomError && error.retry === "never")
        refused.set(secret, { error, untilMs: realNow().getTime() + refusedPauseMs });
      throw error;
    } finally {
      underWay.delete(secret);
    }
  }

  return {
    async read(secret) {
      const nowMs = realNow().getTime();
      const known = held.get(secret);
      if (known && nowMs < known.renewAtMs) return known.token;
      const refusal = refused.get(secret);
      if (refusal && nowMs < refusal.untilMs) throw refusal.error;
      const running = underWay.get(secret) ?? renew(secret);
      underWay.set(secret, running);
      return running;
    },
    drop(secret, token) {
      if (held.get(secret)?.token === token) held.delete(secret);
    },
  };
}
