import { type BusinessDay, daysOf, type DaySpan, type Month } from "@shared/domain/time";
import { visitTargetOf, weekOf, type WeeklyVisits } from "@shared/domain/visitTarget";
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
async function visitsExpected(teamId: string | null, span: DaySpan): Promise<number | null> {
  const versions = await saidOf(teamId, span);
  return versions && visitTargetOf(span, versions, workCalendarOf(span));
}

async function saidOf(teamId: string | null, span: DaySpan): Promise<WeeklyVisits[] | null> {
  if (teamId === null) return null;
  const path = unitAndAboveOn(await findUnitsEver(), teamId, span.to).map(({ unitId }) => unitId);
  const nearest = await nearestSaid(path);
  return nearest && inForce(nearest.records);
}

/** What the week of a day asks of each rep of a team, and what was said of every week: days off and make-up days are between the two. */
export async function visitsOfWeek(
  teamId: string | null,
  day: BusinessDay,
): Promise<{ target: number | null; perWeek: number | null }> {
  const week = weekOf(day);
  const versions = await saidOf(teamId, week);
  if (versions === null) return { target: null, perWeek: null };
  const perWeek = versions.findLast(({ from }) => from <= week.from)?.perWeek ?? null;
  return { target: visitTargetOf(week, versions, workCalendarOf(week)), perWeek };
}

export const visitsExpectedInMonth = (teamId: string | null, period: Month): Promise<number | null> =>
  visitsExpected(teamId, daysOf(period));
