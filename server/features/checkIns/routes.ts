import type { Deps } from "../../deps";
import type { Handlers } from "../../http";
import { checkInsOfDay } from "./checkIns";
import { createCheckIn } from "./createCheckIn";
import { presentDay } from "./presentCheckIn";

export const checkInsHandlers = (
  deps: Pick<Deps, "clock" | "realNow" | "caches" | "settings">,
): Handlers<"checkIns"> => ({
  "checkIns.create": ({ actor, body }) => createCheckIn(deps, { actor, body }),

  "checkIns.mine": async ({ actor, query }) => {
    const checkIns = await checkInsOfDay(actor.id, query.on);
    return { items: presentDay(checkIns) };
  },
});
