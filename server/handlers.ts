import type { Deps } from "./deps";
import { noticeEventHandlers } from "./features/notices";
import { membersPricedBy, repriceForTargets, repriceHandler } from "./features/statements";
import { rollUpHandler } from "./features/performance";
import { noticeReads } from "./noticeReads";
import type { EventHandlers } from "./outbox";

/** What each event sets in motion; a missing one does not compile. Here areas that know each other are tied together. */
export function eventHandlers(deps: Pick<Deps, "clock">): EventHandlers<Deps> {
  return {
    "rollup.due": rollUpHandler({ membersPricedBy }),
    "statement.reprice": repriceHandler,
    "target.published": repriceForTargets,
    ...noticeEventHandlers(noticeReads(deps)),
  };
}
