import type { BusinessDay } from "@shared/domain/time";
import { findMembers, newestSpan, unitAndAboveOn, unitSpansOfAll } from "../members";
import { readOrganisationSnapshot } from "./assignments";
import { choosePlans, versionInForce } from "./choosePlans";
import { PlanModel } from "./planModel";
import { planIdOf } from "./planVersions";
import { membersInScope } from "./scope";

/** A version that pays people on a day, and how many. */
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
  const reached = await membersInScope(
    inForce.map(({ scope }) => scope),
    units,
    { from: today, to: today },
  );
  const [spans, members] = await Promise.all([unitSpansOfAll(reached), findMembers(reached)]);
  const people = new Map<string, number>();
  for (const memberId of reached) {
    const span = newestSpan(spans.get(memberId) ?? [], today);
    if (!span || span.fromOn > today || members.get(memberId)?.active !== true) continue;
    const unitIds = unitAndAboveOn(units, span.unitId, today).map(({ unitId }) => unitId);
    for (const code of choosePlans(plans, { memberId, unitIds }, today)) people.set(code, (people.get(code) ?? 0) + 1);
  }
  return inForce
    .map((plan) => ({ planId: planIdOf(plan), name: plan.name, people: people.get(plan.code) ?? 0 }))
    .sort((a, b) => b.people - a.people || (a.planId < b.planId ? -1 : 1));
}

/** Versions that nobody is paid by yet. */
export const countVersions = (state: "draft" | "inReview"): Promise<number> => PlanModel.countDocuments({ state });
