import { type BusinessDay, type Month, previousPeriod } from "@shared/domain/time";
import { findUnits } from "../members";
import { readDeciders } from "./ownInterest";
import { salesMeasure, targetsOf } from "./targets";

/** A team without a target, and those who may put one in force now. */
export interface TeamWithoutTarget {
  unitId: string;
  name: string;
  deciderIds: string[];
}

/**
 * Teams that had a target in force in the month before and have none in this one: from its first day on their people see no progress, and
 * what is paid by attainment stays 0. A company that sets no targets has none of these. @returns by name
 */
export async function teamsWithoutTarget(month: Month, today: BusinessDay): Promise<TeamWithoutTarget[]> {
  const teams = [...(await findUnits()).values()].filter(({ kind }) => kind === "team");
  const teamIds = teams.map(({ unitId }) => unitId);
  const [before, now] = await Promise.all([
    targetsOf(teamIds, salesMeasure, previousPeriod(month)),
    targetsOf(teamIds, salesMeasure, month),
  ]);
  const without = teams.filter(({ unitId }) => before.has(unitId) && !now.has(unitId));
  if (without.length === 0) return [];
  const deciders = await readDeciders(
    without.map(({ unitId }) => unitId),
    month,
    today,
  );
  return without
    .map(({ unitId, name }) => ({ unitId, name, deciderIds: deciders.get(unitId) ?? [] }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}
