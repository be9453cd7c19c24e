import {
  type Assignment,
  bestWayToTarget,
  canonicalJson,
  type FactorStep,
  type GivenInput,
  nextTeamStep,
  payIfSold,
  payIfUnitSold,
  type UnitPath,
  type WayToTarget,
} from "@shared/domain/pay";
import { fenOfYuanText, sumFen } from "@shared/domain/money";
import { decimalText } from "@shared/domain/pay/numbers/number";
import { leftToTargetFen } from "@shared/domain/target";
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
  return payIfUnitSold(assignments, book, { path, measure: salesMeasure, doneFen });
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
  const teamId = await unitOfMember(memberId, on);
  const month =
    teamId === null
      ? { ...(await readMonthState(memberId, period)), path: null }
      : await readForWhatIf(memberId, period, teamId);
  const { assignments, book, path } = month;
  const { doneFen, targetFen } = salesDoneFen({ memberId, book });
  const counting = path ? { measure: salesMeasure, path } : undefined;
  const gainOf = (amountFen: number) =>
    payIfSold(assignments, book, { ...planned, amountFen, signedOn: on, countsOn: on, teamId }, counting);
  const remainingFen = leftToTargetFen({ doneFen, targetFen });
  const edges = moneyEdgesOf(assignments).filter((edgeFen) => edgeFen > doneFen);
  const steps = [
    ...new Set([...edges.map((edgeFen) => edgeFen - doneFen), ...(remainingFen > 0 ? [remainingFen] : [])]),
  ]
    .flatMap((amountFen) => [amountFen, amountFen + 1])
    .sort((a, b) => a - b)
    .slice(0, probesMax);
  const jump = steps.find((amountFen) => gainOf(amountFen) - (amountFen > 1 ? gainOf(amountFen - 1) : 0) >= stepMinFen);
  const amountFen = jump ?? (remainingFen > 0 ? remainingFen : null);
  const reaches =
    amountFen !== null && remainingFen > 0 && amountFen >= remainingFen && amountFen - remainingFen <= 1
      ? "target"
      : "tier";
  return {
    own: amountFen === null ? null : { amountFen, gainFen: gainOf(amountFen), reaches },
    team:
      teamId === null || !path ? null : await teamStepOf(memberId, { assignments, book, path, period, unitId: teamId }),
  };
}

const planned = { saleId: "planned", customerId: "planned" };
/** A step that is worth less than this is rounding. */
const stepMinFen = 100;
const probesMax = 12;

/** The edges of all tables by money, in fen; which of them matter is seen by trying. */
function moneyEdgesOf(assignments: readonly Assignment[]): number[] {
  const tables = assignments.flatMap(({ versions }) => versions.flatMap((version) => version.tables));
  return tables.flatMap((table) =>
    table.kind !== "lookup" && table.by === "money"
      ? table.rows.flatMap(({ upTo }) => (upTo === null ? [] : (fenOfYuanText(upTo) ?? [])))
      : [],
  );
}

async function teamStepOf(
  memberId: string,
  {
    assignments,
    book,
    path,
    period,
    unitId,
  }: Awaited<ReturnType<typeof readForWhatIf>> & { period: Month; unitId: string },
): Promise<NextStep["team"]> {
  const [unitMonth] = await readUnitMonths([unitId], period);
  const result = book.given.find((input) => input.kind === "measure" && input.unitId === unitId)?.value;
  if (!unitMonth || unitMonth.targetFen === null || !result || !("fen" in result)) return null;
  const month = { period, measure: salesMeasure, doneFen: result.fen, targetFen: unitMonth.targetFen };
  const step = nextTeamStep(assignments, month);
  if (!step) return null;
  const gainFen = payIfUnitSold(assignments, book, { path, measure: salesMeasure, doneFen: step.doneFen });
  return { unitId, missingFen: step.doneFen - result.fen, edge: decimalText(step.edge) ?? "", gainFen };
}

/** What reaching the month's target with an order confirmed that day would bring its rep; null once it is reached. */
export async function payToTarget(
  memberId: string,
  month: { period: Month; remainingFen: number; on: BusinessDay },
): Promise<WayToTarget | null> {
  const { period, remainingFen, on } = month;
  if (remainingFen <= 0) return null;
  const teamId = await unitOfMember(memberId, on);
  const order = {
    saleId: "planned",
    customerId: "planned",
    amountFen: remainingFen,
    signedOn: on,
    countsOn: on,
    teamId,
  };
  if (teamId === null) {
    const { assignments, book } = await readMonthState(memberId, period);
    return bestWayToTarget(assignments, book, order);
  }
  const { assignments, book, path } = await readForWhatIf(memberId, period, teamId);
  return bestWayToTarget(assignments, book, order, { measure: salesMeasure, path });
}
