import { type Assignment, eventLevelsOf, type UnitLevel, unitLevelsOf, versionsFor } from "@shared/domain/pay";
import { addDays, daysOf, type Period } from "@shared/domain/time";

/**
 * The units whose results and targets these plans use in a period, with the level that each is: by the versions in force on its days, and by
 * those of earlier days as far as single orders are priced by them that were signed then.
 */
export function unitsUsed(assignments: readonly Assignment[], period: Period): Map<string, UnitLevel> {
  const { from: first, to: last } = daysOf(period);
  const wanted = new Map<string, UnitLevel>();
  for (const { from, to, units = {}, versions } of assignments) {
    const end = to === null || to > last ? last : to;
    const inPeriod = { from: from > first ? from : first, to: end };
    const before = { from, to: end < first ? end : addDays(first, -1) };
    const levels = [
      ...(inPeriod.from <= inPeriod.to ? versionsFor(versions, inPeriod).map(unitLevelsOf) : []),
      ...(before.from <= before.to ? versionsFor(versions, before).map(eventLevelsOf) : []),
    ];
    for (const level of levels.flatMap((some) => [...some])) {
      const unitId = units[level];
      if (unitId) wanted.set(unitId, level);
    }
  }
  return wanted;
}
