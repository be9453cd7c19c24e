import { type Assignment, eventLevelsOf, unitLevelsOf } from "@shared/domain/pay";
import type { UnitLevel } from "@shared/domain/pay";
import { daysOf, type Period } from "@shared/domain/time";

/**
 * The units whose results and targets these plans use in a period, with the level that each is: of assignments that touch it, and of
 * earlier ones as far as single orders are priced by them that were signed then.
 */
export function unitsUsed(assignments: readonly Assignment[], period: Period): Map<string, UnitLevel> {
  const { from: first, to: last } = daysOf(period);
  const wanted = new Map<string, UnitLevel>();
  for (const { from, to, units = {}, versions } of assignments) {
    if (from > last) continue;
    const levelsOf = to === null || to >= first ? unitLevelsOf : eventLevelsOf;
    for (const level of versions.flatMap((version) => [...levelsOf(version)])) {
      const unitId = units[level];
      if (unitId) wanted.set(unitId, level);
    }
  }
  return wanted;
}
