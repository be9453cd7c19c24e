import type { Assignment, Plan } from "@shared/domain/pay";
import { addDays, daysOf, type Month } from "@shared/domain/time";
import { findUnits, unitAndAbove, unitSpansOf } from "../members";
import { choosePlans } from "./choosePlans";
import { PlanModel, type PlanRecord } from "./planModel";

/** Every published version of every plan: some dozens. */
async function publishedPlans(): Promise<Plan[]> {
  const records = await PlanModel.find({ state: "published" }).lean<PlanRecord[]>();
  // Written from the engine's own type when it was published.
  return records.map((record) => record.plan as Plan);
}

/** What choosing plans needs for everybody: read once where many members are asked for. */
export interface PlanWorld {
  plans: Plan[];
  units: Awaited<ReturnType<typeof findUnits>>;
}

export async function readPlanWorld(): Promise<PlanWorld> {
  const [plans, units] = await Promise.all([publishedPlans(), findUnits()]);
  return { plans, units };
}

/** The plans that a member is on through a month, one assignment for each run of days in one unit. */
export async function assignmentsOf(memberId: string, month: Month, world?: PlanWorld): Promise<Assignment[]> {
  const [{ plans, units }, unitSpans] = await Promise.all([world ?? readPlanWorld(), unitSpansOf(memberId)]);
  const { from: first, to: last } = daysOf(month);
  const assignments: Assignment[] = [];
  for (const { unitId, fromOn, untilOn } of unitSpans) {
    const from = fromOn > first ? fromOn : first;
    const to = untilOn !== null && untilOn <= last ? addDays(untilOn, -1) : last;
    if (from > to) continue;
    const unitIds = unitAndAbove(units, unitId).map((unit) => unit.unitId);
    for (const code of choosePlans(plans, { memberId, unitIds })) {
      assignments.push({ from, to, teamId: unitId, versions: plans.filter((plan) => plan.code === code) });
    }
  }
  return assignments;
}
