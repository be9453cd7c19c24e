import type { Deps } from "../../deps";
import type { Handlers } from "../../http";
import { checkInsOfDay } from "./checkIns";
import { createCheckIn } from "./createCheckIn";
import { presentCheckIn } from "./presentCheckIn";

export const checkInsHandlers = (deps: Pick<Deps, "clock">): Handlers<"checkIns"> => ({
  "checkIns.create": ({ member, body }) => createCheckIn(deps, { memberId: member.memberId, body }),

  "checkIns.mine": async ({ member, query }) => {
    const checkIns = await checkInsOfDay(member.memberId, query.on);
    return { items: checkIns.map(presentCheckIn) };
  },
});
