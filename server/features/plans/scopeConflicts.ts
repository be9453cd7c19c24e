import type { Plan, PlanFault } from "@shared/domain/pay";
import type { BusinessDay } from "@shared/domain/time";
import type { ServerTexts } from "../../texts";
import type { OrganisationSnapshot } from "./assignments";
import { choosePlans, chooseTeamPlans, versionInForce } from "./choosePlans";
import { namesOf } from "./names";
import { daysInForce, endOfTime, laterOf, membersOf, type PlanRun, runsUnder, unitRunsUnder } from "./reach";

/** Plans between which nobody can choose, in the values that a sentence in any language needs. */
export interface ScopeConflict extends PlanFault {
  planIds: string[];
  /** 0: nobody is in the units today, and whoever joins would be on both. */
  membersCount: number;
  memberNames: string[];
  unitNames: string[];
  fromOn: BusinessDay;
  /** null: without end. */
  toOn: BusinessDay | null;
}

/**
 * The people and units for whom a version would leave two plans equally near on some day, by the rule that pay is reckoned by:
 * neither would pay them (`plan.ambiguous`). One fault for each set of other plans.
 */
export async function scopeConflicts(
  plan: Plan,
  snapshot: OrganisationSnapshot,
  texts: ServerTexts,
): Promise<ScopeConflict[]> {
  if (plan.layer !== "base") return [];
  const span = daysInForce(plan);
  const conflicts = new Map<string, PlanRun[]>();
  // Only plans of one kind stand in each other's way.
  const choose = plan.subject === "team" ? chooseTeamPlans : choosePlans;
  const runs = [...(await runsUnder(plan, snapshot, span, choose)), ...unitRunsUnder(plan, snapshot, span, choose)];
  for (const run of runs) {
    if (run.after.length < 2 || (!run.after.includes(plan.code) && run.before.join() === run.after.join())) continue;
    const key = run.after.join();
    conflicts.set(key, [...(conflicts.get(key) ?? []), run]);
  }
  return Promise.all([...conflicts.values()].map((runs) => conflictOf(plan, runs, snapshot, texts)));
}

async function conflictOf(
  plan: Plan,
  runs: readonly PlanRun[],
  { plans, units }: OrganisationSnapshot,
  { planFaults: t }: ServerTexts,
): Promise<ScopeConflict> {
  const [first] = runs;
  const fromOn = runs.reduce((earliest, run) => (run.from < earliest ? run.from : earliest), endOfTime);
  const last = runs.reduce((latest, run) => laterOf(latest, run.to), fromOn);
  const toOn = last === endOfTime ? null : last;
  const codes = (first?.after ?? []).filter((code) => code !== plan.code);
  const others = codes.flatMap((code) => versionInForce(plans, code, first?.from ?? fromOn) ?? []);
  const memberIds = membersOf(runs);
  const memberNames = await namesOf(memberIds);
  const unitNames = [...new Set(runs.flatMap(({ unitId, memberId }) => (memberId === null ? [unitId] : [])))].map(
    (unitId) => units.get(unitId)?.name ?? unitId,
  );
  const who =
    memberIds.length > 0
      ? t.someMembers({ names: memberNames, count: memberIds.length })
      : t.someUnits({ names: unitNames });
  return {
    path: "scope",
    code: "scope.conflict",
    message: t.conflict({ fromOn, toOn, who, others }),
    planIds: others.map(({ code, version }) => `${code}@${version}`),
    membersCount: memberIds.length,
    memberNames,
    unitNames,
    fromOn,
    toOn,
  };
}
