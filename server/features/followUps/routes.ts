import type { Handlers } from "../../http";
import type { BookingDeps } from "../statements";
import { bookedMonthOf, correctFollowUp } from "./correctFollowUp";
import { findOwnFollowUp } from "./followUps";
import { presentEarlier, presentFollowUp } from "./presentFollowUp";
import { recordFollowUp } from "./recordFollowUp";

export const followUpsHandlers = (deps: BookingDeps): Handlers<"followUps"> => ({
  "followUps.record": ({ actor, body }) => recordFollowUp(deps, { actor, body }),

  "followUps.read": async ({ actor, params }) => {
    const followUp = await findOwnFollowUp(actor.id, params.followUpId);
    const standing = await bookedMonthOf(deps, followUp);
    return {
      followUp: presentFollowUp(followUp),
      earlier: presentEarlier(followUp),
      correctableUntil: standing.state === "open" ? standing.cutOffAt.toISOString() : null,
    };
  },

  "followUps.correct": ({ actor, params, body }) => correctFollowUp(deps, { actor, ...params, body }),
});
