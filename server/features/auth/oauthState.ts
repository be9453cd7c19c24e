import { createHmac, hkdfSync, timingSafeEqual } from "node:crypto";

/*
 * The state of a login by browser, signed rather than stored: setting out costs the database nothing, so nobody can fill it. Only
 * what comes back in the same browser is written down, once, when it is redeemed.
 */

/** What a state is good for: this browser, and the page to open afterwards. */
export interface StateOf {
  browser: string;
  returnTo: string | undefined;
}

const shape = /^([0-9a-f]{32})([0-9a-f]{8})([0-9a-f]{64})$/;

/** One key for each purpose, the same in every process of the company. */
export function signingKey(secret: string, purpose: string): Buffer {
  return Buffer.from(hkdfSync("sha256", secret, "", `xiaoli:${purpose}`, 32));
}

/**
 * Letters and digits only, as WeCom wants them.
 * @param nonce anything that nobody can guess
 */
export function makeState(key: Buffer, of: StateOf, nonce: string, expiresAt: Date): string {
  const random = createHmac("sha256", key).update(`nonce:${nonce}`).digest("hex").slice(0, 32);
  const expires = Math.floor(expiresAt.getTime() / 1000)
    .toString(16)
    .padStart(8, "0");
  return `${random}${expires}${signature(key, random, expires, of)}`;
}

/** Whether this browser began with this state, and it is not over. */
export function isOwnState(key: Buffer, state: string, of: StateOf, now: Date): boolean {
  const [, random = "", expires = "", signed = ""] = shape.exec(state) ?? [];
  if (random === "" || Number.parseInt(expires, 16) * 1000 <= now.getTime()) return false;
  return timingSafeEqual(Buffer.from(signed, "hex"), Buffer.from(signature(key, random, expires, of), "hex"));
}

function signature(key: Buffer, random: string, expires: string, { browser, returnTo }: StateOf): string {
  const signed = JSON.stringify([random, expires, browser, returnTo ?? null]);
  return createHmac("sha256", key).update(signed).digest("hex");
}
