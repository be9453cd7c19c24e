import { sumFen } from "@shared/domain/money";
import type { Fact } from "@shared/domain/pay";
import type { Month } from "@shared/domain/time";
import { type OrgUnit, findUnitsEver, treeOf, unitAndAbove, unitAndBelow } from "../members";
import { sumsOfUnits } from "../performance";
import { salesMeasure, targetsOf } from "../targets";
import { type BookingDeps, readShare, teamMonthsCredited } from "./prepareBooking";

/** What new facts change in the month of a unit that they count in. */
export interface UnitChange {
  unitId: string;
  name: string;
  /** The unit and all above it, in the tree of that month. */
  unitPath: string[];
  period: Month;
  doneBeforeFen: number;
  doneFen: number;
  /** Null while no target is published. */
  targetFen: number | null;
}

/**
 * What new facts would change for the units that they credit, with nothing written: by the same fold of members' credits that a
 * booking writes. What is said before a confirmation is what the unit shows after it, unless something else is confirmed by then.
 */
export async function unitChangesOf(deps: BookingDeps, facts: readonly Fact[]): Promise<UnitChange[]> {
  const [shares, units] = await Promise.all([
    Promise.all(teamMonthsCredited(facts).map((month) => readShare(deps, month, facts))),
    findUnitsEver(),
  ]);
  const gains = new Map<string, { unitId: string; period: Month; gainFen: number }>();
  for (const { summary, sums } of shares) {
    const { unitId, period } = summary;
    const key = `${unitId}:${period}`;
    const gainFen = (sums[salesMeasure] ?? 0) - (summary.sums[salesMeasure] ?? 0);
    gains.set(key, { unitId, period, gainFen: gainFen + (gains.get(key)?.gainFen ?? 0) });
  }
  return Promise.all([...gains.values()].map((gain) => changeOfUnit(units, gain)));
}

async function changeOfUnit(
  unitsEver: ReadonlyMap<string, OrgUnit>,
  { unitId, period, gainFen }: { unitId: string; period: Month; gainFen: number },
): Promise<UnitChange> {
  const units = treeOf(unitsEver, period);
  const below = unitAndBelow(units, unitId).map((unit) => unit.unitId);
  const [sums, targets] = await Promise.all([sumsOfUnits(below, period), targetsOf([unitId], salesMeasure, period)]);
  const doneBeforeFen = sumFen(sums.map((one) => one[salesMeasure] ?? 0));
  return {
    unitId,
    name: units.get(unitId)?.name ?? unitId,
    unitPath: unitAndAbove(units, unitId).map((unit) => unit.unitId),
    period,
    doneBeforeFen,
    doneFen: doneBeforeFen + gainFen,
    targetFen: targets.get(unitId) ?? null,
  };
}
