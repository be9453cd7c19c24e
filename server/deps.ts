import type { Settings } from "../config/env";
import type { FieldKeys } from "./db/encryptedFields";
import type { WecomClient } from "./integrations/wecom";
import type { Clock } from "./lib/clock";
import type { Logger } from "./lib/logger";
import type { ProcessCaches } from "./lib/perProcess";

/** What every part is handed instead of reaching for it. Tests replace clock and ids; everything else is real. */
export interface Deps {
  /** Business time: dates of facts, periods, jobs, texts. */
  clock: Clock;
  /** Machinery's time: leases, back-off, sessions, tokens, retention, measuring. */
  realNow: () => Date;
  /** What this set of parts keeps; with other parts in place of these, such as another clock, go other ones. */
  caches: ProcessCaches;
  logger: Logger;
  /** A UUID. */
  newId: () => string;
  /** 256 bits that nobody can guess. */
  newToken: () => string;
  /** With which encrypted fields are written and read. */
  fieldKeys: FieldKeys;
  wecom: WecomClient;
  settings: Settings;
}
