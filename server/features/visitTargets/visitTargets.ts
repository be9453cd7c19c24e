import { daysOf, type DaySpan, type Month } from "@shared/domain/time";
import { visitTargetOf, type WeeklyVisits } from "@shared/domain/visitTarget";
import { workCalendarOf } from "../../lib/workCalendar";
import { findUnitsEver, unitAndAboveOn } from "../members";
import { VisitTargetModel, type VisitTargetRecord } from "./visitTargetModel";

/** What was said about a unit, oldest first. */
export async function targetsOfUnit(unitId: string): Promise<VisitTargetRecord[]> {
  return VisitTargetModel.find({ unitId }).sort({ unitId: 1, revision: 1 }).lean<VisitTargetRecord[]>();
}

/** Those of these units of which anything was said. */
export async function unitsSaidOf(unitIds: readonly string[]): Promise<Set<string>> {
  if (unitIds.length === 0) return new Set();
  const found = await VisitTargetModel.find({ unitId: { $in: [...unitIds] } }, { unitId: 1 }).lean<
    Pick<VisitTargetRecord, "unitId">[]
  >();
  return new Set(found.map(({ unitId }) => unitId));
}

/** In force: what was said last stands from its Monday on, whatever had been said of that time before. */
export function inForce(records: readonly VisitTargetRecord[]): WeeklyVisits[] {
  const standing: WeeklyVisits[] = [];
  for (const { from, perWeek } of records) {
    while ((standing.at(-1)?.from ?? "") >= from) standing.pop();
    standing.push({ from, perWeek: perWeek ?? null });
  }
  return standing;
}

/** What was said of the nearest of a unit and those above it; null where nothing was said of any. @param path the unit first */
export async function nearestSaid(
  path: readonly string[],
): Promise<{ unitId: string; records: VisitTargetRecord[] } | null> {
  const said = await Promise.all(path.map(async (unitId) => ({ unitId, records: await targetsOfUnit(unitId) })));
  return said.find(({ records }) => records.length > 0) ?? null;
}

/**
 * How many effective visits are expected of each rep of a team in these days: by the nearest unit of which anything was said, as the team
 * hung on the last of them. A team that is gone since, or was moved, had been expected the same.
 * @returns null where nothing is expected
 */
export async function visitsExpected(teamId: string | null, span: DaySpan): Promise<number | null> {
  if (teamId === null) return null;
  const path = unitAndAboveOn(await findUnitsEver(), teamId, span.to).map(({ unitId }) => unitId);
  const nearest = await nearestSaid(path);
  return nearest && visitTargetOf(span, inForce(nearest.records), workCalendarOf(span));
}

export const visitsExpectedInMonth = (teamId: string | null, period: Month): Promise<number | null> =>
  visitsExpected(teamId, daysOf(period));
