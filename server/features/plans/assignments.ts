import type { Assignment, Plan } from "@shared/domain/pay";
import { addDays, type BusinessDay, daysOf, type Month } from "@shared/domain/time";
import { forAll } from "../../db";
import { findUnitsEver, type OrgUnit, treeOn, unitAndAbove, type UnitSpan } from "../members";
import { choosePlans } from "./choosePlans";
import { PlanModel, type PlanRecord } from "./planModel";

/** Every published version of every plan, by its code and then from the oldest version: some dozens. */
const publishedPlans = forAll(async (): Promise<Plan[]> => {
  const records = await PlanModel.find({ state: "published" }).lean<PlanRecord[]>();
  // Written from the engine's own type when it was published.
  const plans = records.map((record) => record.plan as Plan);
  // As text, which ids are compared as, version 10 comes before 2.
  return plans.sort((a, b) => (a.code === b.code ? a.version - b.version : a.code < b.code ? -1 : 1));
});

/** What choosing plans needs for everybody: read once where many members are asked for. */
export interface PlanWorld {
  plans: Plan[];
  units: ReadonlyMap<string, OrgUnit>;
}

export async function readPlanWorld(): Promise<PlanWorld> {
  const [plans, units] = await Promise.all([publishedPlans(), findUnitsEver()]);
  return { plans, units };
}

/**
 * The plans that a member is on up to the end of a month: one assignment for each run of days in one unit under one plan. They reach back before the month: an order signed
 * earlier and confirmed now is priced by the plan of the day it was signed.
 */
export function assign(memberId: string, unitSpans: readonly UnitSpan[], month: Month, world: PlanWorld): Assignment[] {
  const { to: last } = daysOf(month);
  return unitSpans.flatMap(({ unitId, fromOn, untilOn }) => {
    const to = untilOn !== null && untilOn <= last ? addDays(untilOn, -1) : last;
    return runsOf(fromOn, to, world).flatMap((run) =>
      choosePlans(world.plans, { memberId, unitIds: unitIdsOn(world.units, unitId, run.from) }, run.from).map(
        (code) => ({
          ...run,
          teamId: unitId,
          versions: world.plans.filter((plan) => plan.code === code),
        }),
      ),
    );
  });
}

/** A unit and all above it in the tree of a day. */
export const unitIdsOn = (units: PlanWorld["units"], unitId: string, day: BusinessDay): string[] =>
  unitAndAbove(treeOn(units, day), unitId).map((unit) => unit.unitId);

/** Days cut wherever a plan begins or has ended, or a unit has moved; between two cuts the same plans are in force. */
export function runsOf(
  from: BusinessDay,
  to: BusinessDay,
  { plans, units }: PlanWorld,
): { from: BusinessDay; to: BusinessDay }[] {
  if (from > to) return [];
  const edges = plans.flatMap(({ validFrom, validTo }) => [validFrom, ...(validTo ? [addDays(validTo, 1)] : [])]);
  for (const { formerParents } of units.values()) edges.push(...formerParents.map(({ before }) => before));
  const starts = [...new Set([from, ...edges.filter((day) => day > from && day <= to)])].sort();
  return starts.map((start, index) => {
    const next = starts[index + 1];
    return { from: start, to: next === undefined ? to : addDays(next, -1) };
  });
}
