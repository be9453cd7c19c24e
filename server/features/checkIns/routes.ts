import type { Deps } from "../../deps";
import type { Handlers } from "../../http";
import { appealReview } from "./appealReview";
import { answerReview } from "./answerReview";
import { checkInsOfDay } from "./checkIns";
import { createCheckIn } from "./createCheckIn";
import { leave } from "./leave";
import { presentDay } from "./presentCheckIn";
import { reviewsOf } from "./reviews";

export const checkInsHandlers = (
  deps: Pick<Deps, "clock" | "realNow" | "caches" | "settings">,
): Handlers<"checkIns"> => ({
  "checkIns.create": ({ actor, body }) => createCheckIn(deps, { actor, body }),

  "checkIns.appeal": ({ actor, params, body }) => appealReview(deps, { actor, checkInId: params.checkInId, body }),
  "checkIns.answer": ({ actor, params, body }) => answerReview(deps, { actor, checkInId: params.checkInId, body }),

  "checkIns.leave": ({ actor, params, body }) => leave(deps, { actor, checkInId: params.checkInId, body }),

  "checkIns.mine": async ({ actor, query }) => {
    const checkIns = await checkInsOfDay(actor.id, query.on);
    return { items: presentDay(checkIns, await reviewsOf(checkIns)) };
  },
});
