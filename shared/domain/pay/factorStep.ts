import { type Fen, fen } from "../money";
import { daysOf, type Month } from "../time";
import { compilePlan, type CompiledPlan } from "./compile";
import { childrenOf, type FormulaNode } from "./formula";
import { compare, type Exact, exactOfInt, ratioOf, times, wholeOf } from "./number";
import { MonthSegments } from "./segments";
import { type ExactTable, rowIndexOf } from "./tables";
import type { Assignment } from "./types";

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
  const { to: lastDay } = daysOf(month.period);
  const segments = new MonthSegments(assignments, month.period).segments.filter(({ to }) => to === lastDay);
  const tables = segments.flatMap(({ plan }) => teamFactorsOf(compilePlan(plan), month.measure));
  const steps = tables.flatMap((table) => stepAbove(table, month) ?? []);
  return steps.reduce<FactorStep | null>(
    (nearest, step) => (nearest === null || step.doneFen < nearest.doneFen ? step : nearest),
    null,
  );
}

/** The tables of `系数(团队完成率, …)` in the amounts of a plan. */
function teamFactorsOf(plan: CompiledPlan, measure: string): ExactTable[] {
  const found: ExactTable[] = [];
  const look = (node: FormulaNode): void => {
    if (node.type === "call" && node.name === "系数" && node.args.length === 2) {
      const [subject, table] = node.args;
      const input = subject?.type === "name" ? plan.inputs.get(subject.name) : undefined;
      const exact = table?.type === "name" ? plan.bandTables.get(table.name) : undefined;
      const isTeams = input?.kind === "attainment" && input.of === "team" && input.code === measure;
      if (isTeams && input.period === "month" && exact && exact.source.shape !== "linear") found.push(exact);
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
