import type { Plan, PlanFault, PlanScope } from "@shared/domain/pay";
import { addDays, type DaySpan } from "@shared/domain/time";
import { findMembers, membersOfUnitsDuring, type OrgUnit, unitsBelowDuring, unitSpansOfAll } from "../members";
import { type PlanWorld, runsOf } from "./assignments";
import { choosePlans } from "./choosePlans";

/** Everybody whom these scopes may reach on a day of the span: who belonged below their units on some day of it. */
export async function membersInScope(
  scopes: readonly PlanScope[],
  units: ReadonlyMap<string, OrgUnit>,
  span: DaySpan,
): Promise<string[]> {
  const named = scopes.flatMap(({ members = [] }) => members);
  const orgUnits = scopes.flatMap((scope) => scope.orgUnits ?? []);
  const belonging = await membersOfUnitsDuring(unitsBelowDuring(units, orgUnits, span), span);
  return [...new Set([...named, ...belonging])].sort();
}

/** Whom a version prices on some day of a span, and whose pay it thereby changes: those who were on a plan that day. */
export interface Reach {
  priced: string[];
  repriced: string[];
}

/**
 * What a version that is not in force yet does to people on the days of a span: each day is asked for by itself, in the unit of
 * that day, with and without the version. Whoever an older version of the plan was for may be left out by this one.
 */
export async function reachOf(plan: Plan, { plans, units }: PlanWorld, span: DaySpan): Promise<Reach> {
  const versions = [...plans.filter(({ code }) => code === plan.code), plan];
  const memberIds = await membersInScope(
    versions.map(({ scope }) => scope),
    units,
    span,
  );
  const spans = await unitSpansOfAll(memberIds);
  const reach: Reach = { priced: [], repriced: [] };
  const after = [...plans, plan];
  for (const memberId of memberIds) {
    const runs = (spans.get(memberId) ?? []).flatMap(({ unitId, fromOn, untilOn }) => {
      const from = fromOn > span.from ? fromOn : span.from;
      const to = untilOn !== null && untilOn <= span.to ? addDays(untilOn, -1) : span.to;
      return runsOf({ unitId, from, to }, { plans: after, units }).map(({ from: day, path }) => {
        const subject = { memberId, unitIds: path.map((unit) => unit.unitId) };
        return { before: choosePlans(plans, subject, day), after: choosePlans(after, subject, day) };
      });
    });
    const isPriced = (run: (typeof runs)[number]) => run.after.includes(plan.code);
    const isOther = (run: (typeof runs)[number]) => run.before.join() !== run.after.join();
    if (runs.some(isPriced)) reach.priced.push(memberId);
    if (runs.some((run) => run.before.length > 0 && (isPriced(run) || isOther(run)))) reach.repriced.push(memberId);
  }
  return reach;
}

/** Names in a scope that nobody bears; a scope that reaches nobody is one, too. */
export async function scopeFaults(
  { members = [], orgUnits = [] }: PlanScope,
  units: ReadonlyMap<string, OrgUnit>,
): Promise<PlanFault[]> {
  const known = await findMembers(members);
  const faultOf = (path: string, code: string, message: string): PlanFault => ({ path, code, message });
  return [
    ...members
      .filter((memberId) => !known.has(memberId))
      .map((memberId) => faultOf("scope.members", "member.unknown", `适用范围里没有「${memberId}」这个人`)),
    ...orgUnits
      .filter((unitId) => !units.has(unitId))
      .map((unitId) => faultOf("scope.orgUnits", "unit.unknown", `适用范围里没有「${unitId}」这个组织`)),
    ...(members.length + orgUnits.length === 0 ? [faultOf("scope", "scope.nobody", "适用范围里没有任何人")] : []),
  ];
}
