import { type Fen, fenOfYuanText } from "../../money";
import { type CompiledComponent, compilePlan, unitOfInput } from "../plan/compile";
import { runExamples } from "./examples";
import { type AskedFinding, type Finding, isAsked, type Named, namesOf } from "./findings/finding";
import { fieldsOf } from "../facts/factFields";
import { childrenOf, type FormulaNode, namesIn, parseFormula } from "../formula";
import { compare, decimal, decimalText, exactOfInt, times } from "../numbers/number";
import type { BandTable, Decimal, Plan } from "../types";

/** What a company may well mean and a slip of the finger says as well: it is asked about, with what it would pay. */
export type PlanSlip = { path: string; of: Named } & (
  | { code: "paysMuch"; /** Of sales of this much … */ saleFen: Fen; /** … the part pays this. */ paysFen: Fen }
  | { code: "tierFalls"; /** From 0. */ row: number; value: Decimal; before: Decimal }
);

/** Whatever is asked about in a plan. */
export type PlanDoubt = AskedFinding | PlanSlip;

/** A part that pays more than this of what was sold is asked about. */
const shareMax = { n: 1, of: 2 };
/** What people reckon a rate by. */
const usualSale: Decimal = "100000";
/** Where the usual one is paid what can no longer be counted. */
const smallSale: Decimal = "1";

/** Slips of the finger in a plan without faults, seen by a few amounts while it is typed; each part once. */
export function planSlips(plan: Plan): PlanSlip[] {
  return [
    ...compilePlan(plan).components.flatMap((compiled) => muchPaid(plan, compiled) ?? []),
    ...plan.tables.flatMap((table) => (table.kind === "lookup" ? [] : fallingTier(table))),
  ];
}

/** What is asked about in a plan without faults before somebody else reads it. @param findings of its check */
export const planDoubts = (plan: Plan, findings: readonly Finding[]): PlanDoubt[] => [
  ...planSlips(plan),
  ...findings.filter(isAsked),
];

function muchPaid(plan: Plan, { component }: CompiledComponent): PlanSlip | null {
  const fields = component.grain === "event" ? fieldsOf(component.on) : [];
  const sold = new Set([
    ...plan.inputs.flatMap((one) => (one.kind === "measure" && unitOfInput(one) === "money" ? [one.name] : [])),
    ...fields.flatMap(({ name, alias, unit }) => (unit === "money" ? [name, alias] : [])),
  ]);
  const amount = parseFormula(component.amount);
  const when = component.when === undefined ? null : parseFormula(component.when);
  const dependsOnSales = (node: FormulaNode | null) => node !== null && [...namesIn(node)].some((one) => sold.has(one));
  const edges = [
    ...(dependsOnSales(amount) ? [usualSale, ...edgesNamed(plan, amount)] : []),
    ...(when && dependsOnSales(when) ? withBeyond(moneyIn(when)) : []),
  ];
  const paidAt = (sale: Decimal) => paidFor(plan, component.code, { names: sold, sale });
  for (const edge of edges) {
    // What is paid whatever was sold, such as an allowance, is much of a small sale, so that one is asked only where nothing else can be.
    const sale = paidAt(edge) === null ? smallSale : edge;
    const [saleFen, paysFen] = [fenOfYuanText(sale), paidAt(sale)];
    if (saleFen !== null && paysFen !== null && paysFen * shareMax.of > saleFen * shareMax.n)
      return {
        code: "paysMuch",
        path: `components.${component.code}.amount`,
        of: namesOf(component),
        saleFen,
        paysFen,
      };
  }
  return null;
}

/** By the engine, where every target is just met; null where the part gives nothing then, or more than can be counted. */
function paidFor(plan: Plan, code: string, { names, sale }: { names: ReadonlySet<string>; sale: Decimal }): Fen | null {
  const given: Record<string, string> = {};
  for (const { name, kind } of plan.inputs) if (kind === "attainment" || kind === "score") given[name] = "1";
  for (const name of names) given[name] = `${sale}元`;
  try {
    const [result] = runExamples({ ...plan, examples: [{ name: "", given, expect: { [code]: "0元" } }] });
    return result?.actualFen ?? null;
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

/** Where the tables of money that a formula names change what they give, and once beyond the last of it. */
function edgesNamed(plan: Plan, amount: FormulaNode): Decimal[] {
  const names = namesIn(amount);
  return plan.tables.flatMap((table) => {
    if (table.kind === "lookup" || table.by !== "money" || !names.has(table.name)) return [];
    return withBeyond(table.rows.flatMap(({ upTo }) => (upTo === null ? [] : [upTo])));
  });
}

/** Sums that a condition names. */
const moneyIn = (node: FormulaNode): Decimal[] =>
  node.type === "number" && node.unit === "money"
    ? [decimalText(node.value) ?? "0"]
    : childrenOf(node).flatMap((child) => moneyIn(child));

function withBeyond(edges: readonly Decimal[]): Decimal[] {
  const last = edges.at(-1);
  return last === undefined ? [] : [...edges, decimalText(times(decimal(last), exactOfInt(2))) ?? last];
}

/** Whoever reaches more is paid by a lower rate. */
function fallingTier({ name, nameEn, mode, rows }: BandTable): PlanSlip[] {
  if (mode === "marginal") return [];
  const row = rows.findIndex((one, at) => {
    const before = rows[at - 1];
    return before !== undefined && compare(decimal(one.value), decimal(before.value)) < 0;
  });
  const [falls, before] = [rows[row], rows[row - 1]];
  if (!falls || !before) return [];
  const path = `tables.${name}.rows.${row}`;
  return [{ code: "tierFalls", path, of: namesOf({ name, nameEn }), row, value: falls.value, before: before.value }];
}
