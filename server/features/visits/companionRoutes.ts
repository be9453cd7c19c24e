import { businessDayOf } from "@shared/domain/time";
import type { Deps } from "../../deps";
import type { Handlers } from "../../http";
import { answerCompanion } from "./answerCompanion";
import { findColleagues } from "./colleagues";
import { findCompanionOf, presentNamed } from "./companions";
import { nameCompanions } from "./nameCompanions";
import { removeCompanion } from "./removeCompanion";

export const companionsHandlers = (deps: Pick<Deps, "clock" | "realNow">): Handlers<"companions"> => ({
  "companions.find": async ({ actor, query }) => ({
    items: await findColleagues(actor, query.words, businessDayOf(deps.clock.now())),
  }),

  "companions.name": ({ actor, params, body }) => nameCompanions(deps, { actor, visitId: params.visitId, body }),

  "companions.read": async ({ actor, params }) => ({
    named: presentNamed(await findCompanionOf(actor.id, params.companionId, "memberId"), deps.clock.now()),
  }),

  "companions.remove": ({ actor, params, body }) =>
    removeCompanion(deps, { actor, companionId: params.companionId, body }),

  "companions.answer": ({ actor, params, body }) =>
    answerCompanion(deps, { actor, companionId: params.companionId, body }),
});
