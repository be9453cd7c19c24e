import { businessDayOf } from "@shared/domain/time";
import type { Deps } from "../../deps";
import { allow, type Handlers } from "../../http";
import { mayReadVisitTarget, pathOf, presentStanding, settableFrom, setVisitTarget } from "./setVisitTarget";
import { targetsOfUnit } from "./visitTargets";

export const visitTargetsHandlers = (deps: Pick<Deps, "clock" | "realNow">): Handlers<"visitTargets"> => ({
  "visitTargets.read": async ({ actor, params: { unitId } }) => {
    const today = businessDayOf(deps.clock.now());
    const [{ path, below }, records] = await Promise.all([pathOf(unitId), targetsOfUnit(unitId)]);
    allow(mayReadVisitTarget(actor, path), "for those who lead the unit, HR and auditors");
    return presentStanding(records, today, settableFrom(actor, path, below, today));
  },

  "visitTargets.set": ({ actor, params, body }) => setVisitTarget(deps, { actor, unitId: params.unitId, body }),
});
