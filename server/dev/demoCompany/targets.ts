import type { Actor } from "@shared/domain/actor";
import type { Deps } from "../../deps";
import { findUnits, unitAndAbove, unitOfMember } from "../../features/members";
import { publishTargets, salesMeasure, setTargets } from "../../features/targets";
import { demoPeriod, demoTargets } from "./march";

/** Sets and publishes the month's targets as they were on its first morning: the members', and above them the sums. */
export async function seedTargets(deps: Pick<Deps, "realNow">, actor: Actor): Promise<void> {
  const firstMorning = { ...deps, clock: { now: () => new Date(`${demoPeriod}-01T09:00:00+08:00`) } };
  const units = await findUnits();
  const values = new Map(Object.entries(demoTargets));
  const parents = new Map<string, string | null>();
  for (const [memberId, valueFen] of Object.entries(demoTargets)) {
    const teamId = await unitOfMember(memberId, `${demoPeriod}-01`);
    parents.set(memberId, teamId);
    for (const unit of teamId === null ? [] : unitAndAbove(units, teamId)) {
      values.set(unit.unitId, (values.get(unit.unitId) ?? 0) + valueFen);
      parents.set(unit.unitId, unit.parentId);
    }
  }
  const of = { measure: salesMeasure, period: demoPeriod };
  const targets = [...values].map(([subjectId, valueFen]) => ({ subjectId, valueFen, reason: null, revision: 0 }));
  await setTargets(firstMorning, { actor, body: { commandId: "seed:targets", ...of, targets } });
  const levels = [...new Set(parents.values())].map((parentId) => ({
    parentId,
    remainder: null,
    targets: [...values.keys()]
      .filter((subjectId) => parents.get(subjectId) === parentId)
      .map((subjectId) => ({ subjectId, revision: 1 })),
  }));
  const body = { commandId: "seed:targets:publish", ...of, reason: "建账", levels };
  await publishTargets(firstMorning, { actor, body });
}
