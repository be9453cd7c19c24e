import { type Fen, fen } from "../../money";
import { daysOf, type Month } from "../../time";
import { compilePlan, type CompiledPlan } from "../plan/compile";
import { childrenOf, type FormulaNode } from "../formula";
import { compare, type Exact, exactOfInt, ratioOf, times, wholeOf } from "../numbers/number";
import { PeriodSegments } from "../plan/segments";
import { type ExactTable, rowIndexOf } from "../formula/tables";
import type { Assignment, UnitLevel } from "../types";

/** The next result of a team at which a factor of its people's pay rises. */
export interface FactorStep {
  /** The edge of the table, such as 0.8. */
  edge: Exact;
  /** What the team must have sold for it: the edge itself, or one fen more where the edge still belongs below. */
  doneFen: Fen;
  factorNow: Exact;
  factor: Exact;
}

/**
 * The nearest step above a team's month in the factors by team attainment that these plans multiply pay with, as they stand
 * at the month's end. Null without a target, without such a factor, or above its last step.
 * @param measure what the attainment is of, `sales.confirmed`
 */
export function nextTeamStep(
  assignments: readonly Assignment[],
  month: { period: Month; measure: string; doneFen: Fen; targetFen: Fen },
): FactorStep | null {
  const steps = tablesAtEnd(assignments, { ...month, level: "team" }).flatMap((table) => stepAbove(table, month) ?? []);
  return steps.reduce<FactorStep | null>(
    (nearest, step) => (nearest === null || step.doneFen < nearest.doneFen ? step : nearest),
    null,
  );
}

/** A factor by the attainment of a unit that has become another one, with the edge that was crossed last on the way. */
export interface FactorCrossing {
  factorBefore: Exact;
  factorAfter: Exact;
  edge: Exact;
  /** Whether the edge itself still belongs below. */
  isEdgeBelow: boolean;
  /** Whether the edge has been reached; else it has been lost again. */
  isReached: boolean;
}

interface UnitResult {
  doneFen: Fen;
  targetFen: Fen;
}

/**
 * Whether a unit's result has moved over a step of the factors that these plans multiply pay with, as they stand at the month's end; null
 * where it stayed in its band. Of several factors the first of the plans is told.
 */
export function factorCrossing(
  assignments: readonly Assignment[],
  month: { period: Month; measure: string; level: UnitLevel; before: UnitResult; after: UnitResult },
): FactorCrossing | null {
  const [before, after] = [month.before, month.after].map(({ doneFen, targetFen }) => ratioOf(doneFen, targetFen));
  if (!before || !after) return null;
  const crossings = tablesAtEnd(assignments, month).flatMap((table): FactorCrossing[] => {
    const [was, is] = [rowIndexOf(table, before), rowIndexOf(table, after)];
    const [factorBefore, factorAfter] = [table.rows[was]?.value, table.rows[is]?.value];
    const isReached = is > was;
    // The edge next to where it is now.
    const below = table.rows[isReached ? is - 1 : is];
    const edge = below?.upTo;
    if (!factorBefore || !factorAfter || !edge || compare(factorBefore, factorAfter) === 0) return [];
    return [{ factorBefore, factorAfter, edge, isEdgeBelow: below.includes, isReached }];
  });
  return crossings[0] ?? null;
}

function tablesAtEnd(
  assignments: readonly Assignment[],
  { period, measure, level }: { period: Month; measure: string; level: UnitLevel },
): ExactTable[] {
  const { to: lastDay } = daysOf(period);
  const segments = new PeriodSegments(assignments, period).segments.filter(({ to }) => to === lastDay);
  return segments.flatMap(({ plan }) => factorsOf(compilePlan(plan), { measure, level }));
}

/** The tables of `系数(团队完成率, …)`, or of another level, in the amounts of a plan. */
function factorsOf(plan: CompiledPlan, { measure, level }: { measure: string; level: UnitLevel }): ExactTable[] {
  const found: ExactTable[] = [];
  const look = (node: FormulaNode): void => {
    if (node.type === "call" && node.name === "系数" && node.args.length === 2) {
      const [subject, table] = node.args;
      const input = subject?.type === "name" ? plan.inputs.get(subject.name) : undefined;
      const exact = table?.type === "name" ? plan.bandTables.get(table.name) : undefined;
      const isUnits = input?.kind === "attainment" && input.of === level && input.code === measure;
      if (isUnits && input.period === "month" && exact && exact.source.shape !== "linear") found.push(exact);
    }
    childrenOf(node).forEach(look);
  };
  for (const { formulas } of plan.components) if (formulas.amount) look(formulas.amount);
  return found;
}

function stepAbove(table: ExactTable, month: { doneFen: Fen; targetFen: Fen }): FactorStep | null {
  const { rows } = table;
  const ratio = ratioOf(month.doneFen, month.targetFen);
  if (ratio === null) return null;
  const now = rowIndexOf(table, ratio);
  const factorNow = rows[now]?.value;
  const next = rows.findIndex(({ value }, index) => index > now && factorNow && compare(value, factorNow) > 0);
  const [below, reached] = [rows[next - 1], rows[next]];
  if (!factorNow || !below?.upTo || !reached) return null;
  const edgeFen = times(below.upTo, exactOfInt(month.targetFen));
  const doneFen = below.includes ? Number(wholeOf(edgeFen, "down")) + 1 : Number(wholeOf(edgeFen, "up"));
  return Number.isSafeInteger(doneFen)
    ? { edge: below.upTo, doneFen: fen(doneFen), factorNow, factor: reached.value }
    : null;
}
