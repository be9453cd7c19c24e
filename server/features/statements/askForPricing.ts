import { type Month } from "@shared/domain/time";
import { inTransaction } from "../../db";
import type { Deps } from "../../deps";
import { perProcess } from "../../lib/perProcess";
import { ShortCache } from "../../lib/shortCache";
import { emitAgain } from "../../outbox";
import { askToReprice } from "./events";
import { repMonthOf } from "./readMonth";

/** How long a process does not ask again for the same month. */
const askedMs = 60_000;

const asked = perProcess(
  ({ realNow }: Pick<Deps, "realNow" | "caches">) =>
    new ShortCache<true>({ realNow, keptMs: askedMs, entriesMax: 20_000 }),
);

/**
 * Asks a worker to price a month that nobody has priced yet, such as a new one on its first day. Asking is all that a read does;
 * it may be repeated, and where pricing was given up, it is tried again.
 */
export async function askForPricing(
  deps: Pick<Deps, "realNow" | "caches">,
  { memberId, period }: { memberId: string; period: Month },
): Promise<void> {
  const repMonth = repMonthOf(memberId, period);
  await asked(deps).get(repMonth, async () => {
    const cause = { kind: "firstLook", id: repMonth };
    const event = askToReprice({ memberId, period, cause }, { cause: `firstLook:${repMonth}` });
    await inTransaction((session) => emitAgain(event, session, deps.realNow()));
    return true;
  });
}
