import {
  bestWayToTarget,
  canonicalJson,
  type FactorStep,
  nextTeamStep,
  payIfUnitSold,
  type UnitPath,
  type WayToTarget,
} from "@shared/domain/pay";
import type { BusinessDay, Month } from "@shared/domain/time";
import { findUnitsEver, unitAndAbove, unitSpansOfAll } from "../members";
import { assign, readPlanWorld } from "../plans";
import { salesMeasure } from "../targets";
import { readMonth } from "./readMonth";

/**
 * The nearest result of a team at which a factor rises that all of these members' pay is multiplied with; null where there
 * is none, or where their plans differ in it. Who is on no plan has no say.
 */
export async function nextStepOfTeam(
  memberIds: readonly string[],
  team: { period: Month; doneFen: number; targetFen: number | null },
): Promise<FactorStep | null> {
  const { period, doneFen, targetFen } = team;
  if (targetFen === null) return null;
  const [world, spans] = await Promise.all([readPlanWorld(), unitSpansOfAll([...memberIds])]);
  const steps = memberIds.flatMap((memberId) => {
    const assignments = assign(memberId, spans.get(memberId) ?? [], period, world);
    if (assignments.length === 0) return [];
    return [nextTeamStep(assignments, { period, measure: salesMeasure, doneFen, targetFen })];
  });
  const [first = null] = steps;
  return steps.every((step) => canonicalJson(step) === canonicalJson(first)) ? first : null;
}

/** What a member's month would pay more if the team, and with it all units above, had sold so much. */
export async function payIfTeamSold(
  memberId: string,
  team: { unitId: string; period: Month; doneFen: number },
): Promise<number> {
  const { unitId, period, doneFen } = team;
  const [{ assignments, book }, path] = await Promise.all([readMonth(memberId, period), pathOf(unitId)]);
  return payIfUnitSold(assignments, book, { path, measure: salesMeasure, doneFen });
}

async function pathOf(unitId: string): Promise<UnitPath> {
  return [unitId, ...unitAndAbove(await findUnitsEver(), unitId).map((unit) => unit.unitId)];
}

/** What reaching the month's target with an order confirmed that day would bring its rep; null once it is reached. */
export async function payToTarget(
  memberId: string,
  month: { period: Month; remainingFen: number; on: BusinessDay },
): Promise<WayToTarget | null> {
  const { period, remainingFen, on } = month;
  if (remainingFen <= 0) return null;
  const { assignments, book } = await readMonth(memberId, period);
  const teamId = assignments.find(({ from, to }) => from <= on && (to === null || on <= to))?.teamId ?? null;
  const order = { saleId: "planned", customerId: "planned", signedOn: on, countsOn: on, teamId };
  const counting = teamId === null ? undefined : { measure: salesMeasure, path: await pathOf(teamId) };
  return bestWayToTarget(assignments, book, { ...order, amountFen: remainingFen }, counting);
}
