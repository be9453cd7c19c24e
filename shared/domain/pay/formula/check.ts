import type { BandTable, Table, Unit } from "../types";
import type { FormulaNode } from "./ast";
import { FormulaError, type FormulaErrorCode } from "./formulaError";
import { type BandFunction, isBandFunction } from "./functions";
import { nearestName } from "./nearestName";

/** The names that a formula may use. */
export interface Scope {
  names: ReadonlyMap<string, Unit>;
  tables: ReadonlyMap<string, Table>;
}

/** What a formula must give: an amount, yes or no, any number, or anything. */
export type Wanted = "money" | "condition" | "number" | "any";

/** yes or no; or a number with the powers of yuan that it can have (money 1, all else 0), given what its bare numbers may be. */
type Shape = "condition" | readonly number[];

/** A check under way; each node is looked at once, however often it is asked for. */
interface Check extends Scope {
  known: Map<FormulaNode, Shape>;
}

const money = [1];
const plain = [0];
/** A number without unit takes the power that makes the formula valid. */
const bare = [0, 1];
const powers = [-1, 0, 1];

const fault = (code: FormulaErrorCode, message: string, node: FormulaNode): FormulaError =>
  new FormulaError(code, message, node.from, node.to);

/** Checks names, tables, types and units before anything is evaluated. */
export function checkFormula(root: FormulaNode, scope: Scope, wanted: Wanted): void {
  const shape = shapeOf(root, { ...scope, known: new Map() });
  if (wanted === "condition" && shape !== "condition") {
    throw fault("NOT_CONDITION", "条件要能回答是或否，例如「首单金额 ≥ 1万元」", root);
  }
  if (wanted === "number" && shape === "condition") throw fault("NUMBER_EXPECTED", "这里要一个数，不是条件", root);
  if (wanted === "money" && (shape === "condition" || !shape.includes(1))) {
    throw fault("NOT_MONEY", "结果不是金额：请乘以一个金额，或者给数字写上「元」", root);
  }
}

function shapeOf(node: FormulaNode, check: Check): Shape {
  const known = check.known.get(node);
  if (known !== undefined) return known;
  const shape = newShapeOf(node, check);
  check.known.set(node, shape);
  return shape;
}

function newShapeOf(node: FormulaNode, check: Check): Shape {
  switch (node.type) {
    case "number":
      return node.unit === "money" ? money : node.unit === "ratio" ? plain : bare;
    case "name":
      return nameShape(node, check);
    case "segmentShare":
      return plain;
    case "negative":
      return numberShape(node.of, check);
    case "not":
      requireCondition(node.of, check);
      return "condition";
    case "logic":
      requireCondition(node.left, check);
      requireCondition(node.right, check);
      return "condition";
    case "comparison":
      alike(node, "比较", [node.left, node.right], check);
      return "condition";
    case "arithmetic":
      return arithmeticShape(node, check);
    case "call":
      return callShape(node, check);
  }
}

function nameShape(node: FormulaNode & { type: "name" }, check: Check): Shape {
  const unit = check.names.get(node.name);
  if (unit !== undefined) return unit === "money" ? money : plain;
  if (check.tables.has(node.name)) {
    throw fault("TABLE_MISUSED", `「${node.name}」是表，要放在「阶梯」「费率」「系数」或「查表」里用`, node);
  }
  const near = nearestName(node.name, [...check.names.keys()]);
  throw fault("UNKNOWN_NAME", `没有叫「${node.name}」的输入${near === null ? "" : `，是不是「${near}」`}`, node);
}

function numberShape(node: FormulaNode, check: Check): readonly number[] {
  const shape = shapeOf(node, check);
  if (shape === "condition") throw fault("NUMBER_EXPECTED", "这里要一个数，不是条件", node);
  return shape;
}

function requireCondition(node: FormulaNode, check: Check): void {
  if (shapeOf(node, check) !== "condition")
    throw fault("CONDITION_EXPECTED", "这里要一个条件，例如「团队完成率 ≥ 80%」", node);
}

/** Numbers that are added, compared or chosen between must be able to have one unit. */
function alike(node: FormulaNode, what: string, parts: FormulaNode[], check: Check): readonly number[] {
  let common: readonly number[] = powers;
  for (const part of parts) {
    const shape = numberShape(part, check);
    common = common.filter((power) => shape.includes(power));
    if (common.length === 0) throw fault("UNIT_MISMATCH", `金额和不是金额的数不能放在一起${what}`, node);
  }
  return common;
}

function arithmeticShape(node: FormulaNode & { type: "arithmetic" }, check: Check): Shape {
  if (node.sign === "+" || node.sign === "−") {
    return alike(node, node.sign === "+" ? "相加" : "相减", [node.left, node.right], check);
  }
  const [left, right] = [numberShape(node.left, check), numberShape(node.right, check)];
  const sign = node.sign === "×" ? 1 : -1;
  const possible = powers.filter((power) => left.some((a) => right.some((b) => a + sign * b === power)));
  if (possible.length > 0) return possible;
  if (node.sign === "×") throw fault("MONEY_TIMES_MONEY", "金额不能乘以金额", node);
  throw fault("UNIT_MISMATCH", "这样相除得不到金额，也得不到比例", node);
}

function callShape(node: FormulaNode & { type: "call" }, check: Check): Shape {
  const [first, second, third] = node.args;
  if (isBandFunction(node.name)) return bandShape(node, node.name, check);
  if (first === undefined) return plain; // 天数比例() alone has no argument
  switch (node.name) {
    case "如果":
      requireCondition(first, check);
      return branchShape(node, [second, third], check);
    case "有值":
      numberShape(first, check);
      return "condition";
    case "查表":
      return lookupShape(first, check);
    case "四舍五入":
    case "向上取整":
    case "向下取整":
      if (second !== undefined) placesOf(second);
      return numberShape(first, check);
    case "绝对值":
      return numberShape(first, check);
    default:
      return alike(node, "比较大小", node.args, check);
  }
}

/** Both ways of a choice are numbers of one unit, or both are conditions. */
function branchShape(node: FormulaNode, ways: (FormulaNode | undefined)[], check: Check): Shape {
  const present = ways.filter((way): way is FormulaNode => way !== undefined);
  if (present.every((way) => shapeOf(way, check) === "condition")) return "condition";
  return alike(node, "二选一", present, check);
}

/** The whole number of decimal places of a rounding: written out, between -9 and 9. */
export function placesOf(node: FormulaNode): number {
  const [literal, sign] = node.type === "negative" ? [node.of, -1] : [node, 1];
  if (literal.type === "number" && literal.unit === "bare" && /^[0-9]$/.test(literal.text))
    return sign * Number(literal.text);
  throw fault("PLACES_EXPECTED", "保留几位小数要直接写 0 到 9 的整数，负数表示到十、百、千", node);
}

function lookupShape(node: FormulaNode, check: Check): Shape {
  const table = tableOf(node, check);
  if (table.kind !== "lookup")
    throw fault("TABLE_MISUSED", `「${table.name}」不是查表用的表，请用「系数」或「费率」`, node);
  if (table.unit === "money") return money;
  return table.unit === "ratio" ? plain : bare;
}

function bandShape(node: FormulaNode & { type: "call" }, name: BandFunction, check: Check): Shape {
  const [subject, tableNode, target] = node.args;
  // The parser has counted the arguments: two at least.
  if (subject === undefined || tableNode === undefined) return plain;
  const table = tableOf(tableNode, check);
  if (table.kind === "lookup") throw fault("TABLE_MISUSED", `「${table.name}」要用「查表」来查`, tableNode);
  const shape = numberShape(subject, check);
  if (name !== "系数" && !shape.includes(1)) throw fault("UNIT_MISMATCH", `「${name}」要从金额查起`, subject);
  if (name !== "阶梯" && table.mode === "marginal") {
    throw fault("TABLE_MISUSED", `「${table.name}」分段累进，没有单一的费率，请用「阶梯」`, tableNode);
  }
  requireFittingEdges(table, node, check);
  if (target !== undefined) alike(node, "比较", [subject, target], check);
  if (name === "阶梯") return money;
  return name === "费率" ? plain : bare;
}

function requireFittingEdges(table: BandTable, node: FormulaNode & { type: "call" }, check: Check): void {
  const [subject, , target] = node.args;
  if (subject === undefined || target !== undefined) return;
  const wanted = table.by === "money" ? 1 : 0;
  if (numberShape(subject, check).includes(wanted)) return;
  const [needs, got] = wanted === 1 ? ["金额", "不是金额的数"] : ["比例或数量", "金额"];
  throw fault("UNIT_MISMATCH", `「${table.name}」按${needs}分档，这里给的是${got}`, subject);
}

function tableOf(node: FormulaNode, check: Check): Table {
  if (node.type !== "name") throw fault("TABLE_EXPECTED", "这里要写表的名字", node);
  const table = check.tables.get(node.name);
  if (table !== undefined) return table;
  const near = nearestName(node.name, [...check.tables.keys()]);
  throw fault("UNKNOWN_TABLE", `没有叫「${node.name}」的表${near === null ? "" : `，是不是「${near}」`}`, node);
}
