import { type DaySpan, monthOf } from "@shared/domain/time";
import { findUnits, findUnitsEver, type OrgUnit, treeOf, unitAndAbove, unitsHeldDuring } from "./readOrganisation";

/**
 * The tree by which a span is planned and added up: a unit that is gone by now is part of it as long as somebody belonged to it, or to
 * a unit below it, on one of its days. What was planned for it later has nobody left to bring it.
 */
export async function findTreeDuring(span: DaySpan): Promise<ReadonlyMap<string, OrgUnit>> {
  const [ever, now] = await Promise.all([findUnitsEver(), findUnits()]);
  const units = treeOf(ever, monthOf(span.to));
  const goneIds = [...units.keys()].filter((unitId) => !now.has(unitId));
  if (goneIds.length === 0) return units;
  const heldIds = await unitsHeldDuring(goneIds, span);
  const kept = [...units.keys()].filter((unitId) => now.has(unitId) || heldIds.has(unitId));
  const withAbove = new Set(kept.flatMap((unitId) => unitAndAbove(units, unitId).map((unit) => unit.unitId)));
  return new Map([...units].filter(([unitId]) => withAbove.has(unitId)));
}
