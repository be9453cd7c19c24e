import type { Settings } from "../config/env";
import { auditInsert } from "./audit";
import { configureCommands } from "./db";
import { FieldKeys } from "./db/encryptedFields";
import type { Deps } from "./deps";
import { createWecom, measureCall } from "./integrations/wecom";
import { systemClock } from "./lib/clock";
import { newId, newToken } from "./lib/ids";
import { createLogger } from "./lib/logger";
import { ProcessCaches } from "./lib/perProcess";
import { configureOutbox } from "./outbox";
import { subscriptions } from "./subscriptions";

/** Wires the real parts of a process; what is given replaces them. */
export function createDeps(settings: Settings, given: Partial<Omit<Deps, "settings">> = {}): Deps {
  const realNow = given.realNow ?? (() => new Date());
  const logger = given.logger ?? createLogger({ level: settings.LOG_LEVEL, name: settings.ROLES.join(",") });
  const fieldKeys = given.fieldKeys ?? new FieldKeys(settings.FIELD_KEYS);
  configureCommands({ realNow, insertAudit: auditInsert(realNow), fieldKeys });
  const clock = given.clock ?? systemClock;
  configureOutbox(subscriptions({ clock }));
  return {
    clock,
    realNow,
    caches: given.caches ?? new ProcessCaches(),
    logger,
    newId: given.newId ?? newId,
    newToken: given.newToken ?? newToken,
    fieldKeys,
    wecom: given.wecom ?? createWecom(settings, { realNow, logger, onCall: measureCall }),
    settings,
  };
}
