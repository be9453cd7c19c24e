import { businessDayOf } from "@shared/domain/time";
import type { Deps } from "../../deps";
import { allow, type Handlers } from "../../http";
import { mayReadVisitTarget, pathOf, presentStanding, settableFrom, setVisitTarget } from "./setVisitTarget";
import { nearestSaid } from "./visitTargets";

export const visitTargetsHandlers = (deps: Pick<Deps, "clock" | "realNow">): Handlers<"visitTargets"> => ({
  "visitTargets.read": async ({ actor, params: { unitId } }) => {
    const today = businessDayOf(deps.clock.now());
    const { path, below, nameOf } = await pathOf(unitId);
    allow(mayReadVisitTarget(actor, path), "for those who lead the unit, HR and auditors");
    const nearest = await nearestSaid(path);
    const isOwn = nearest?.unitId === unitId;
    return presentStanding({
      own: nearest && isOwn ? nearest.records : [],
      above: nearest && !isOwn ? { name: nameOf(nearest.unitId), records: nearest.records } : null,
      ...{ today, from: settableFrom(actor, path, below, today) },
    });
  },

  "visitTargets.set": ({ actor, params, body }) => setVisitTarget(deps, { actor, unitId: params.unitId, body }),
});
