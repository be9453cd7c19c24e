import { daysOf, type Period } from "@shared/domain/time";
import {
  findMembers,
  findTreeDuring,
  membersOfUnitsDuring,
  type OrgUnit,
  unitAndAbove,
  unitAndBelow,
  unitSpansOfAll,
  type UnitSpan,
} from "../members";
import type { TargetPlace } from "./policy";

export interface Places {
  /** The tree of the period. */
  units: ReadonlyMap<string, OrgUnit>;
  /** Places of those who exist in the period, by subject. */
  places: ReadonlyMap<string, TargetPlace>;
}

/**
 * The tree that the results of a period go by: a unit's target adds up where its sales do, wherever it hangs by now. One that was
 * dissolved before the period has no part in it, whatever had been planned.
 */
export const treeIn = (period: Period): Promise<Places["units"]> => findTreeDuring(daysOf(period));

/**
 * Where subjects hang in a period. A member's target hangs on the unit of the period's first day, or else on the first one
 * of the period: somebody who moves takes the target along into no second sum.
 */
export async function readPlaces(subjectIds: readonly string[], period: Period): Promise<Places> {
  const units = await treeIn(period);
  const memberIds = subjectIds.filter((subjectId) => !units.has(subjectId));
  const [members, spans] = await Promise.all([findMembers(memberIds), unitSpansOfAll(memberIds)]);
  const placeOf = (subjectId: string): [string, TargetPlace][] => {
    const path = unitAndAbove(units, subjectId).map(({ unitId }) => unitId);
    if (path.length > 0) return [[subjectId, { subjectId, above: path.slice(1) }]];
    const member = members.get(subjectId);
    const homeId = homeOf(spans.get(subjectId) ?? [], period);
    // Who had left before the period has no part in it either.
    if (!member || (homeId === null && !member.active)) return [];
    const above = homeId === null ? [] : unitAndAbove(units, homeId).map(({ unitId }) => unitId);
    return [[subjectId, { subjectId, above }]];
  };
  return { units, places: new Map(subjectIds.flatMap(placeOf)) };
}

/** Everybody whose target hangs on a unit or below it in a period, the unit itself included. */
export async function subjectsBelow(unitIds: readonly string[], period: Period): Promise<string[]> {
  const units = await treeIn(period);
  const below = [
    ...new Set(unitIds.flatMap((unitId) => unitAndBelow(units, unitId).map((unit) => unit.unitId))),
  ].sort();
  return [...below, ...(await membersAt(below, period))];
}

/** Levels by the unit that they hang on, from the top down; null: what hangs on nothing. */
export type Levels = ReadonlyMap<string | null, string[]>;

/** A unit's level and all below it. @param unitId null: the whole company, with its own target at the top */
export async function levelsBelow(unitId: string | null, period: Period, units: Places["units"]): Promise<Levels> {
  const childrenOf = (parentId: string | null) =>
    [...units.values()]
      .filter((unit) => (units.has(unit.parentId ?? "") ? unit.parentId : null) === parentId)
      .map((unit) => unit.unitId)
      .sort();
  const order: (string | null)[] = [unitId];
  // It grows while it is walked: each level's units follow after all of the levels above.
  for (const parentId of order) order.push(...childrenOf(parentId));
  const unitIds = order.filter((id) => id !== null);
  const memberIds = await membersOfUnitsDuring(unitIds, daysOf(period));
  const spans = await unitSpansOfAll(memberIds);
  const membersOf = new Map<string, string[]>();
  for (const memberId of memberIds) {
    const homeId = homeOf(spans.get(memberId) ?? [], period) ?? "";
    membersOf.set(homeId, [...(membersOf.get(homeId) ?? []), memberId]);
  }
  return new Map(order.map((id) => [id, [...childrenOf(id), ...(id === null ? [] : (membersOf.get(id) ?? []))]]));
}

/** The subjects whose targets are a unit's level: the units that hang on it, and its own members. */
export async function levelOf(unitId: string, period: Period, { units }: Places): Promise<string[]> {
  const children = [...units.values()].filter(({ parentId }) => parentId === unitId).map((unit) => unit.unitId);
  return [...children.sort(), ...(await membersAt([unitId], period))];
}

async function membersAt(unitIds: readonly string[], period: Period): Promise<string[]> {
  const memberIds = await membersOfUnitsDuring(unitIds, daysOf(period));
  const spans = await unitSpansOfAll(memberIds);
  return memberIds.filter((memberId) => unitIds.includes(homeOf(spans.get(memberId) ?? [], period) ?? ""));
}

function homeOf(spans: readonly UnitSpan[], period: Period): string | null {
  const { from, to } = daysOf(period);
  const during = spans.filter(({ fromOn, untilOn }) => fromOn <= to && (untilOn === null || untilOn > from));
  return during[0]?.unitId ?? null;
}
