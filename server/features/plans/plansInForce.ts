import type { BusinessDay } from "@shared/domain/time";
import { findMembers, unitAndAboveOn } from "../members";
import { readOrganisationSnapshot } from "./assignments";
import { plansOn, versionInForce } from "./choosePlans";
import { PlanModel } from "./planModel";
import { planIdOf } from "./planVersions";
import { sellersOn } from "./sellers";

/** A version that pays people on a day, and how many: those who sell in a team, and whom it names. */
export interface PlanInForce {
  planId: string;
  name: string;
  people: number;
}

/** The versions in force on a day, what pays most people first. */
export async function plansInForce(today: BusinessDay): Promise<PlanInForce[]> {
  const { plans, units } = await readOrganisationSnapshot();
  const codes = [...new Set(plans.map(({ code }) => code))];
  const inForce = codes.flatMap((code) => versionInForce(plans, code, today) ?? []);
  const [sellers, named] = await Promise.all([
    sellersOn(today),
    findMembers([...new Set(inForce.flatMap(({ scope }) => scope.members ?? []))]),
  ]);
  const unitsOf = new Map<string, string[]>();
  for (const { memberId, active } of named.values()) if (active) unitsOf.set(memberId, []);
  for (const { memberId, unitId } of sellers)
    unitsOf.set(
      memberId,
      unitAndAboveOn(units, unitId, today).map((unit) => unit.unitId),
    );
  const people = new Map<string, number>();
  for (const [memberId, unitIds] of unitsOf)
    for (const code of plansOn(plans, { memberId, unitIds }, today)) people.set(code, (people.get(code) ?? 0) + 1);
  return inForce
    .map((plan) => ({ planId: planIdOf(plan), name: plan.name, people: people.get(plan.code) ?? 0 }))
    .sort((a, b) => b.people - a.people || (a.planId < b.planId ? -1 : 1));
}

/** Versions that nobody is paid by yet. */
export const countVersions = (state: "draft" | "inReview"): Promise<number> => PlanModel.countDocuments({ state });
