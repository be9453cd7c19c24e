import type { Deps } from "../../deps";
import type { Handlers } from "../../http";
import { appealReview } from "./appealReview";
import { answerReview } from "./answerReview";
import { createCheckIn } from "./createCheckIn";
import { leave } from "./leave";
import { ownPhotos } from "./ownPhotos";

export const checkInsHandlers = (
  deps: Pick<Deps, "clock" | "realNow" | "caches" | "settings">,
): Omit<Handlers<"checkIns">, "checkIns.mine"> => ({
  "checkIns.create": ({ actor, body }) => createCheckIn(deps, { actor, body }),

  "checkIns.appeal": ({ actor, params, body }) => appealReview(deps, { actor, checkInId: params.checkInId, body }),
  "checkIns.answer": ({ actor, params, body }) => answerReview(deps, { actor, checkInId: params.checkInId, body }),

  "checkIns.photos": ({ actor, params }) => ownPhotos(deps, { actor, checkInId: params.checkInId }),

  "checkIns.leave": ({ actor, params, body }) => leave(deps, { actor, checkInId: params.checkInId, body }),
});
