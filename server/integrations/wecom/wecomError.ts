import errorCodes from "./errorCodes.json";

/**
 * What may be done after a failure.
 * - `now`: nothing happened; again after a short back-off.
 * - `later`: nothing happened; again once `waitMs` have passed (a limit was reached), or with growing pauses (nobody answers there).
 * - `token`: WeCom refused the access token, also the one fetched anew.
 * - `never`: the same request will fail again.
 * - `unknown`: the answer was lost; WeCom may have done what was asked.
 */
export type RetryClass = "now" | "later" | "token" | "never" | "unknown";

interface KnownCode {
  retry: RetryClass;
  meaning: string;
  alert?: boolean;
  waitMs?: number;
}

// The widening is checked: every entry of the file must fit `KnownCode`, but TypeScript reads JSON strings as `string`.
const knownCodes = new Map(Object.entries(errorCodes as Record<string, KnownCode>));

/** A failed call to WeCom. Carries nothing secret and nothing personal: no token, key, address or body. */
export class WecomError extends Error {
  readonly api: string;
  /** WeCom's own code; null where no answer in its envelope arrived. */
  readonly errcode: number | null;
  readonly retry: RetryClass;
  /** How long a limit lasts; 0 unless `retry` is "later". */
  readonly waitMs: number;
  /** From where WeCom saw the call come, where it says so: the address that has to be trusted. */
  readonly fromIp: string | null;
  /** True where only a person can repair it (a setting, a right, a robot that is gone). */
  readonly alert: boolean;

  constructor(failure: {
    api: string;
    errcode: number | null;
    message: string;
    retry: RetryClass;
    waitMs?: number;
    alert?: boolean;
    fromIp?: string | null;
  }) {
    super(`WeCom ${failure.api}: ${failure.message}`);
    this.name = "WecomError";
    this.api = failure.api;
    this.errcode = failure.errcode;
    this.retry = failure.retry;
    this.waitMs = failure.waitMs ?? 0;
    this.alert = failure.alert ?? false;
    this.fromIp = failure.fromIp ?? null;
  }
}

/** The typed error of an `errcode` that WeCom answered. Codes that are not in the table are never retried. */
export function errorOfCode(api: string, errcode: number, errmsg: string): WecomError {
  const known = knownCodes.get(String(errcode));
  const fromIp = /from ip: ([0-9a-fA-F.:]{3,45})/.exec(errmsg)?.[1] ?? null;
  const message = `${errcode} ${known?.meaning ?? "unlisted code"}: ${errmsg}`;
  // A secret that gettoken refuses stays wrong, and asking on blocks this server's address for an hour.
  if (api === "gettoken" && errcode === 40001)
    return new WecomError({ api, errcode, message, retry: "never", alert: true, fromIp });
  return new WecomError({
    api,
    errcode,
    message,
    retry: known?.retry ?? "never",
    waitMs: known?.waitMs,
    alert: known?.alert,
    fromIp,
  });
}
