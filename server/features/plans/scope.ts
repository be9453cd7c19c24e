import type { PlanFault, PlanScope } from "@shared/domain/pay";
import type { DaySpan } from "@shared/domain/time";
import type { ServerTexts } from "../../texts";
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
  { planFaults: t }: ServerTexts,
): Promise<PlanFault[]> {
  const known = await findMembers(members);
  const faultOf = (path: string, code: string, message: string): PlanFault => ({ path, code, message });
  return [
    ...members
      .filter((memberId) => !known.has(memberId))
      .map((memberId) => faultOf("scope.members", "member.unknown", t.unknownMember({ memberId }))),
    ...orgUnits
      .filter((unitId) => !units.has(unitId))
      .map((unitId) => faultOf("scope.orgUnits", "unit.unknown", t.unknownUnit({ unitId }))),
    ...(members.length + orgUnits.length === 0 ? [faultOf("scope", "scope.nobody", t.nobody)] : []),
  ];
}
