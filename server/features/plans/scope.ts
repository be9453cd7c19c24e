import type { Plan, PlanFault, PlanScope } from "@shared/domain/pay";
import type { BusinessDay, DaySpan } from "@shared/domain/time";
import {
  findMembers,
  membersOfUnitsDuring,
  type OrgUnit,
  unitAndAbove,
  unitAndBelow,
  unitSpansOfAll,
} from "../members";
import { choosePlans } from "./choosePlans";

/** Everybody whom these scopes reach on a day of the span. */
export async function membersInScope(
  scopes: readonly PlanScope[],
  units: ReadonlyMap<string, OrgUnit>,
  span: DaySpan,
): Promise<string[]> {
  const named = scopes.flatMap(({ members = [] }) => members);
  const unitIds = scopes.flatMap(({ orgUnits = [] }) =>
    orgUnits.flatMap((unitId) => unitAndBelow(units, unitId).map((below) => below.unitId)),
  );
  return [...new Set([...named, ...(await membersOfUnitsDuring([...new Set(unitIds)], span))])].sort();
}

/** Whether somebody whom the scope reaches today is paid by a plan already. */
export async function reachesPaidMembers(
  scope: PlanScope,
  world: { plans: readonly Plan[]; units: ReadonlyMap<string, OrgUnit> },
  today: BusinessDay,
): Promise<boolean> {
  const memberIds = await membersInScope([scope], world.units, { from: today, to: today });
  const spans = await unitSpansOfAll(memberIds);
  return memberIds.some((memberId) => {
    const here = (spans.get(memberId) ?? []).find(
      ({ fromOn, untilOn }) => fromOn <= today && (untilOn === null || today < untilOn),
    );
    const unitIds = here ? unitAndAbove(world.units, here.unitId).map(({ unitId }) => unitId) : [];
    return choosePlans(world.plans, { memberId, unitIds }, today).length > 0;
  });
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
