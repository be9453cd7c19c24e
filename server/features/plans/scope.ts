import type { PlanFault, PlanScope } from "@shared/domain/pay";
import type { DaySpan } from "@shared/domain/time";
import { findMembers, membersOfUnitsDuring, type OrgUnit, unitsBelowDuring } from "../members";

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
