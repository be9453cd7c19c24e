import { type BusinessDay, monthOf, previousPeriod } from "@shared/domain/time";
import { findUnits } from "../members";
import { salesMeasure, targetsOf } from "./targets";

/**
 * Teams that had a target in force last month and have none in this one: their people see no progress, and what is paid by attainment
 * stays 0. A company that sets no targets has none of these. @returns names, sorted
 */
export async function teamsWithoutTarget(today: BusinessDay): Promise<string[]> {
  const month = monthOf(today);
  const teams = [...(await findUnits()).values()].filter(({ kind }) => kind === "team");
  const teamIds = teams.map(({ unitId }) => unitId);
  const [before, now] = await Promise.all([
    targetsOf(teamIds, salesMeasure, previousPeriod(month)),
    targetsOf(teamIds, salesMeasure, month),
  ]);
  return teams
    .filter(({ unitId }) => before.has(unitId) && !now.has(unitId))
    .map(({ name }) => name)
    .sort();
}
