import {
  bestWayToTarget,
  canonicalJson,
  type FactorStep,
  type GivenInput,
  type NextBest,
  nextBest,
  nextTeamStep,
  payIf,
  type Standing,
  type UnitPath,
  type WayToTarget,
} from "@shared/domain/pay";
import { sumFen } from "@shared/domain/money";
import { decimalText } from "@shared/domain/pay/numbers/number";
import type { BusinessDay, Month } from "@shared/domain/time";
import { unitAndAbove, unitAndBelow, unitOfMember, unitSpansOfAll } from "../members";
import { assign, readOrganisationSnapshot } from "../plans";
import { salesMeasure } from "../targets";
import { readUnitMonths, sumsOfUnits } from "../performance";
import { readMonthState, salesDoneFen } from "./readMonthState";

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
  const [snapshot, spans] = await Promise.all([readOrganisationSnapshot(), unitSpansOfAll([...memberIds])]);
  const steps = memberIds.flatMap((memberId) => {
    const assignments = assign(memberId, spans.get(memberId) ?? [], period, snapshot);
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
  const { assignments, book, path } = await readForWhatIf(memberId, period, unitId);
  return payIf(assignments, book, { results: [{ path, measure: salesMeasure, doneFen }] });
}

/**
 * A member's month with the results of a unit and of those above it as they are now: what has just been confirmed reaches
 * the units one after the other, and half of that would promise something else than what comes.
 */
async function readForWhatIf(memberId: string, period: Month, unitId: string) {
  const { assignments, book, units } = await readMonthState(memberId, period);
  const above = unitAndAbove(units, unitId).map((unit) => unit.unitId);
  const path: UnitPath = [unitId, ...above.filter((id) => id !== unitId)];
  const isResult = (input: GivenInput): input is GivenInput & { unitId: string } =>
    input.kind === "measure" && input.code === salesMeasure && input.period === period && input.unitId !== undefined;
  const given = await Promise.all(
    book.given.map(async (input) => {
      if (!isResult(input) || !path.includes(input.unitId)) return input;
      const below = unitAndBelow(units, input.unitId).map((unit) => unit.unitId);
      return { ...input, value: { fen: await soldIn(below, period) } };
    }),
  );
  return { assignments, book: { ...book, given }, path };
}

/** What these units' people have sold in them, each sale as soon as it is confirmed. */
async function soldIn(unitIds: readonly string[], period: Month): Promise<number> {
  return sumFen((await sumsOfUnits(unitIds, period)).map((sums) => sums[salesMeasure] ?? 0));
}

/** The nearest step of a member's month, and of the team. */
export interface NextStep {
  /** With one order of so much, confirmed that day, the month pays so much more. `target`: it is what reaching the target takes. */
  own: { amountFen: number; gainFen: number; reaches: "tier" | "target" } | null;
  /** What the team is short of, and what the month pays more once it is sold. */
  team: { unitId: string; missingFen: number; edge: string; gainFen: number } | null;
}

/** What the next step brings: the first edge of a tier or the target at which one fen more changes something, else the way to the target. */
export async function nextStepOf(memberId: string, period: Month, on: BusinessDay): Promise<NextStep> {
  const { assignments, book, standing } = await readStanding(memberId, period, on);
  const unitId = standing.counting?.path[0];
  const [unitMonth] = unitId === undefined ? [] : await readUnitMonths([unitId], period);
  const steps = nextBest(assignments, book, { ...standing, teamTargetFen: unitMonth?.targetFen ?? null });
  const own = steps.find(isOwn);
  const team = steps.find(isOfTeam);
  return {
    own: own ? { amountFen: own.amountFen, gainFen: own.gainFen, reaches: own.kind } : null,
    team:
      team && unitId !== undefined
        ? { unitId, missingFen: team.missingFen, edge: decimalText(team.step.edge) ?? "", gainFen: team.gainFen }
        : null,
  };
}

const isOwn = (step: NextBest): step is NextBest & { kind: "tier" | "target" } =>
  step.kind === "tier" || step.kind === "target";
const isOfTeam = (step: NextBest): step is NextBest & { kind: "team" } => step.kind === "team";

/** What reaching the month's target with an order confirmed that day would bring its rep; null once it is reached. */
export async function payToTarget(
  memberId: string,
  month: { period: Month; remainingFen: number; on: BusinessDay },
): Promise<WayToTarget | null> {
  const { period, remainingFen, on } = month;
  if (remainingFen <= 0) return null;
  const { assignments, book, standing } = await readStanding(memberId, period, on);
  return bestWayToTarget(assignments, book, { ...standing, remainingFen });
}

/** Where a member stands in a month, to somebody who signs the next order that day. */
async function readStanding(memberId: string, period: Month, on: BusinessDay) {
  const teamId = await unitOfMember(memberId, on);
  const { assignments, book, path } =
    teamId === null
      ? { ...(await readMonthState(memberId, period)), path: null }
      : await readForWhatIf(memberId, period, teamId);
  const order = { saleId: "planned", customerId: "planned", signedOn: on, countsOn: on, teamId };
  const counting = path && { measure: salesMeasure, path };
  const done = salesDoneFen({ memberId, book });
  const standing: Standing = { measure: salesMeasure, ...done, order, counting, teamTargetFen: null };
  return { assignments, book, standing };
}
