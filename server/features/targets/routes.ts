import { businessDayOf } from "@shared/domain/time";
import type { Deps } from "../../deps";
import { allow, type Handlers, type MemberActor } from "../../http";
import { readInterest } from "./ownInterest";
import { readPlaces, subjectsBelow } from "./places";
import { mayReadAllTargets, mayReadTarget, maySetTarget } from "./policy";
import { presentTarget, presentTargetVersion } from "./presentTarget";
import { carryOver } from "./carryOver";
import { publishTargets } from "./publishTargets";
import { readLevel } from "./readLevel";
import { setTargets } from "./setTargets";
import { pageOfTargets, targetIdOf, versionsOf } from "./targets";

export const targetsHandlers = (deps: Pick<Deps, "clock" | "realNow">): Handlers<"targets"> => ({
  "targets.list": async ({ actor, query }) => {
    const { targets, nextCursor } = await pageOfTargets(query, await visibleSubjects(actor, query.period));
    const { places } = await readPlaces(
      targets.map(({ subjectId }) => subjectId),
      query.period,
    );
    const interest = await readInterest(actor, query.period, businessDayOf(deps.clock.now()));
    const setsIt = (subjectId: string) =>
      maySetTarget(actor, places.get(subjectId) ?? { subjectId, above: [] }, interest);
    // What had been planned for a unit that was dissolved before, or for who had left, counts nowhere.
    const counting = targets.filter(({ subjectId }) => places.has(subjectId));
    return { items: counting.map((target) => presentTarget(target, setsIt(target.subjectId))), nextCursor };
  },

  "targets.level": ({ actor, query }) => readLevel(deps, { actor, query }),
  "targets.carryOver": ({ actor, body }) => carryOver(deps, { actor, body }),
  "targets.set": ({ actor, body }) => setTargets(deps, { actor, body }),
  "targets.publish": ({ actor, body }) => publishTargets(deps, { actor, body }),

  "targets.history": async ({ actor, params: { subjectId, measure, period } }) => {
    const { places } = await readPlaces([subjectId], period);
    const place = places.get(subjectId) ?? { subjectId, above: [] };
    allow(mayReadTarget(actor, place), "this target is neither yours nor below you");
    const versions = await versionsOf(targetIdOf(subjectId, measure, period));
    // Whoever does not set it sees what was put in force, and not what was thought of before.
    const interest = await readInterest(actor, period, businessDayOf(deps.clock.now()));
    const shown = maySetTarget(actor, place, interest)
      ? versions
      : versions.filter(({ action }) => action === "publish");
    return { items: shown.map(presentTargetVersion) };
  },
});

/** null: everybody. */
async function visibleSubjects(actor: MemberActor, period: string): Promise<string[] | null> {
  if (mayReadAllTargets(actor)) return null;
  return [...new Set([actor.id, ...(await subjectsBelow(actor.leads, period))])];
}
