import {
  absolute,
  add,
  compare,
  divide,
  type Exact,
  greatest,
  least,
  negate,
  round,
  type RoundingMode,
  signOfExact,
  subtract,
  times,
  TooLarge,
} from "../numbers/number";
import { bandValue, type ExactTable, tiersAmount } from "./tables";
import type { LookupTable } from "../types";
import type { FormulaNode } from "./ast";
import { placesOf } from "./check";
import { FormulaError } from "./formulaError";
import { isBandFunction, type BandFunction } from "./functions";
import { printFormula } from "./print";
import { isMissing, type Missing, type Quantity } from "./value";

export type FormulaValue = Quantity | boolean;

/** Where names get their values. Names that the check did not let through never arrive here. */
export interface Environment {
  valueOf(name: string): Quantity;
  bandTable(name: string): ExactTable;
  lookupTable(name: string): LookupTable;
  /** The value of the looked-up property of the fact in hand; null: no such fact. */
  keyOf(by: LookupTable["by"]): string | null;
  lookupValue(table: LookupTable, key: string | null): Exact;
  /** Days of the segment ÷ days of the period. */
  dayShare(): Exact;
  /** What numbers of a whole month count for in a segment, see `byDays`. */
  segmentShare: Exact;
  /** Where given, notes the value of every node that was evaluated, and the row of each table that was asked. */
  record?: FormulaRecord | undefined;
  /** Where tables stay in the row that other values reach: those values. */
  rowsOf?: Environment | undefined;
}

export interface FormulaRecord {
  values: Map<FormulaNode, FormulaValue>;
  rows: Map<FormulaNode, { rowIndex: number; target: Exact | null }>;
}

/** Evaluates a checked formula exactly. Numbers beyond 400 digits are a `FormulaError` TOO_LARGE at their place. */
export function evaluateFormula(node: FormulaNode, env: Environment): FormulaValue {
  const value = located(node, env);
  env.record?.values.set(node, value);
  return value;
}

export function evaluateNumber(node: FormulaNode, env: Environment): Quantity {
  const value = evaluateFormula(node, env);
  if (typeof value === "boolean")
    throw new FormulaError("NUMBER_EXPECTED", "这里要一个数，不是条件", node.from, node.to);
  return value;
}

export function evaluateCondition(node: FormulaNode, env: Environment): boolean {
  const value = evaluateFormula(node, env);
  if (typeof value !== "boolean") throw new FormulaError("CONDITION_EXPECTED", "这里要一个条件", node.from, node.to);
  return value;
}

function located(node: FormulaNode, env: Environment): FormulaValue {
  try {
    return valueOfNode(node, env);
  } catch (error) {
    if (!(error instanceof TooLarge)) throw error;
    throw new FormulaError("TOO_LARGE", "这一步的数太长，无法保持精确", node.from, node.to);
  }
}

function valueOfNode(node: FormulaNode, env: Environment): FormulaValue {
  switch (node.type) {
    case "number":
      return node.value;
    case "name":
      return env.valueOf(node.name);
    case "segmentShare":
      return env.segmentShare;
    case "negative":
      return mapped(evaluateNumber(node.of, env), negate);
    case "not":
      return !evaluateCondition(node.of, env);
    case "logic": {
      const left = evaluateCondition(node.left, env);
      if (node.sign === "且") return left && evaluateCondition(node.right, env);
      return left || evaluateCondition(node.right, env);
    }
    case "comparison": {
      const [left, right] = [evaluateNumber(node.left, env), evaluateNumber(node.right, env)];
      return !isMissing(left) && !isMissing(right) && holds(node.sign, compare(left, right));
    }
    case "arithmetic":
      return arithmetic(node, env);
    case "call":
      return isBandFunction(node.name) ? banded(node, node.name, env) : called(node, env);
  }
}

function holds(sign: string, order: number): boolean {
  if (sign === "<") return order < 0;
  if (sign === "≤") return order <= 0;
  if (sign === ">") return order > 0;
  if (sign === "≥") return order >= 0;
  return sign === "=" ? order === 0 : order !== 0;
}

const mapped = (value: Quantity, change: (exact: Exact) => Exact): Quantity =>
  isMissing(value) ? value : change(value);

function arithmetic(node: FormulaNode & { type: "arithmetic" }, env: Environment): Quantity {
  const left = evaluateNumber(node.left, env);
  const right = evaluateNumber(node.right, env);
  if (isMissing(left)) return left;
  if (isMissing(right)) return right;
  if (node.sign === "+") return add(left, right);
  if (node.sign === "−") return subtract(left, right);
  if (node.sign === "×") return times(left, right);
  return divide(left, right) ?? { missing: "divisionByZero", name: printFormula(node.right) };
}

function called(node: FormulaNode & { type: "call" }, env: Environment): FormulaValue {
  const [first, second, third] = node.args;
  if (node.name === "天数比例" || first === undefined) return env.dayShare();
  if (node.name === "查表") return lookedUp(first, env);
  if (node.name === "如果" && second !== undefined && third !== undefined) {
    return evaluateFormula(evaluateCondition(first, env) ? second : third, env);
  }
  if (node.name === "有值") return !isMissing(evaluateNumber(first, env));
  if (node.name === "绝对值") return mapped(evaluateNumber(first, env), absolute);
  const mode = roundings[node.name];
  if (mode !== undefined) {
    const places = second === undefined ? 0 : placesOf(second);
    // A trace tells what has been evaluated.
    if (second !== undefined) evaluateNumber(second, env);
    return mapped(evaluateNumber(first, env), (exact) => round(exact, places, mode));
  }
  return chosen(node, env);
}

const roundings: Partial<Record<string, RoundingMode>> = { 四舍五入: "half", 向上取整: "up", 向下取整: "down" };

/** 最小, 最大, 限制. */
function chosen(node: FormulaNode & { type: "call" }, env: Environment): Quantity {
  const exact: Exact[] = [];
  let missing: Missing | null = null;
  for (const arg of node.args) {
    const value = evaluateNumber(arg, env);
    if (!isMissing(value)) exact.push(value);
    else missing ??= value;
  }
  if (missing) return missing;
  const [value, low, high] = exact;
  if (node.name === "限制" && value && low && high) return least(greatest(value, low), high);
  return exact.reduce(node.name === "最小" ? least : greatest);
}

function lookedUp(tableNode: FormulaNode, env: Environment): Quantity {
  const table = env.lookupTable(tableNode.type === "name" ? tableNode.name : "");
  return env.lookupValue(table, env.keyOf(table.by));
}

function banded(node: FormulaNode & { type: "call" }, name: BandFunction, env: Environment): Quantity {
  const [subjectNode, tableNode, targetNode] = node.args;
  if (subjectNode === undefined || tableNode?.type !== "name") return { missing: "noData", name };
  const subject = evaluateNumber(subjectNode, env);
  const reached = env.rowsOf === undefined ? subject : evaluateNumber(subjectNode, env.rowsOf);
  const given = targetNode === undefined ? null : evaluateNumber(targetNode, env.rowsOf ?? env);
  if (isMissing(subject)) return subject;
  if (isMissing(reached)) return reached;
  if (given !== null && isMissing(given)) return given;
  // Multiples of nothing are no edges.
  if (given !== null && signOfExact(given) <= 0)
    return { missing: "noTarget", name: targetNode?.type === "name" ? targetNode.name : "" };
  const table = env.bandTable(tableNode.name);
  // Negative ratios and counts fall in the lowest row, wherever that ends on these days.
  const isLowest = targetNode?.type === "segmentShare" && table.source.by !== "money" && signOfExact(reached) < 0;
  const target = isLowest ? null : given;
  const hit = name === "阶梯" ? tiersAmount(table, subject, target, reached) : bandValue(table, reached, target);
  env.record?.rows.set(node, { rowIndex: hit.rowIndex, target });
  return hit.value;
}
