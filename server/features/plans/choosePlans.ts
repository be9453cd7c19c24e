import type { Plan } from "@shared/domain/pay";
import type { BusinessDay } from "@shared/domain/time";

/** Whom a plan is chosen for. */
export interface PlanSubject {
  memberId: string;
  /** The member's unit and all above it, from the deepest up; empty outside the tree. */
  unitIds: readonly string[];
}

/** The codes of all plans that pay somebody on a day: the own plan, that of the team, and campaigns, which add to them. */
export const plansOn = (...asked: Parameters<typeof choosePlans>): string[] => [
  ...choosePlans(...asked),
  ...chooseTeamPlans(...asked),
  ...campaignsOn(...asked),
];

/** The same as `choosePlans` of the plan that pays the member's team, whose amounts its members divide: one for each team and day. */
export const chooseTeamPlans = (plans: readonly Plan[], subject: PlanSubject, on: BusinessDay): string[] =>
  nearestOf(plans, subject, on, "team");

/** Campaigns that a member is in: each adds to whatever else pays. */
function campaignsOn(plans: readonly Plan[], subject: PlanSubject, on: BusinessDay): string[] {
  const campaigns = currentVersions(plans, on).filter(({ layer }) => layer === "campaign");
  return campaigns.flatMap((plan) => (distanceTo(plan, subject) === null ? [] : [plan.code])).sort();
}

/**
 * The codes of the base plan that a member is on, on one day: named members come before units, deeper units before higher
 * ones; a plan counts from its first day to its last. Where two plans are equally near, both are returned: that is an
 * exception for people to solve, not something to guess.
 */
export const choosePlans = (plans: readonly Plan[], subject: PlanSubject, on: BusinessDay): string[] =>
  nearestOf(plans, subject, on, "member");

function nearestOf(
  plans: readonly Plan[],
  subject: PlanSubject,
  on: BusinessDay,
  whose: NonNullable<Plan["subject"]>,
): string[] {
  let nearest = Infinity;
  let codes = new Set<string>();
  for (const plan of currentVersions(plans, on)) {
    if (plan.layer !== "base" || (plan.subject ?? "member") !== whose) continue;
    const distance = distanceTo(plan, subject);
    if (distance === null || distance > nearest) continue;
    if (distance < nearest) codes = new Set();
    nearest = distance;
    codes.add(plan.code);
  }
  return [...codes].sort();
}

/** Of each plan the newest version that has begun: whom an older one was for does not count any more. */
function currentVersions(plans: readonly Plan[], on: BusinessDay): Plan[] {
  const current = new Map<string, Plan>();
  for (const plan of plans) {
    if (isInForce(plan, on) && plan.version >= (current.get(plan.code)?.version ?? 0)) current.set(plan.code, plan);
  }
  return [...current.values()];
}

/** The version of a plan that `choosePlans` means on a day by its code. */
export const versionInForce = (plans: readonly Plan[], code: string, on: BusinessDay): Plan | null =>
  currentVersions(plans, on).find((plan) => plan.code === code) ?? null;

const isInForce = ({ validFrom, validTo }: Plan, on: BusinessDay): boolean =>
  validFrom <= on && (validTo === undefined || on <= validTo);

/** 0 for a named member, then 1 for the own unit, 2 for the one above it, and so on; null: not in its scope. */
function distanceTo({ scope }: Plan, { memberId, unitIds }: PlanSubject): number | null {
  if (scope.members?.includes(memberId)) return 0;
  const distances = unitIds.flatMap((unitId, index) => (scope.orgUnits?.includes(unitId) ? [index + 1] : []));
  return distances.length > 0 ? Math.min(...distances) : null;
}
