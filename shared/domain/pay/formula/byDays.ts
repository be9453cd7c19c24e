import { isZero } from "../numbers/number";
import type { FormulaNode } from "./ast";
import { isBandFunction } from "./functions";

/**
 * How a number grows with the days of the segment that it is taken from: 1 for a sum over these days (own sales, a target cut by days), 0 for
 * whatever is the same on fewer days (a rate, an amount of the plan, another's result of the whole month).
 */
export type DayPower = number;

interface Scaled {
  node: FormulaNode;
  /** null: nothing is nothing on however many days. */
  power: DayPower | null;
}

/**
 * A checked formula of a whole month as it holds on some of its days: wherever a number of the month meets a sum over these days, it counts by
 * their share. `新客户数 > 10` becomes `新客户数 > 10 × days`, `5000元` an amount × days, the edges of a table those × days, while another's
 * result of the month is compared as it stands. On days that all bring the same, the parts add up to what the whole month gives.
 * @param powerOf of the names in it
 * @param wanted 1 for an amount that is paid for these days, 0 for one that is paid whole; a condition has none
 */
export function byDays(
  formula: FormulaNode,
  powerOf: (name: string) => DayPower,
  wanted: DayPower | "condition",
): FormulaNode {
  const found = scaled(formula, powerOf);
  return wanted === "condition" ? found.node : atPower(found, wanted);
}

function scaled(node: FormulaNode, powerOf: (name: string) => DayPower): Scaled {
  const inner = (part: FormulaNode): Scaled => scaled(part, powerOf);
  switch (node.type) {
    case "number":
      return { node, power: isZero(node.value) ? null : 0 };
    case "name":
      return { node, power: powerOf(node.name) };
    case "segmentShare":
      return { node, power: 1 };
    case "negative": {
      const of = inner(node.of);
      return { node: { ...node, of: of.node }, power: of.power };
    }
    case "not":
      return { node: { ...node, of: inner(node.of).node }, power: 0 };
    case "logic":
      return { node: { ...node, left: inner(node.left).node, right: inner(node.right).node }, power: 0 };
    case "comparison": {
      const { left, right } = paired(inner(node.left), inner(node.right));
      return { node: { ...node, left, right }, power: 0 };
    }
    case "arithmetic": {
      const [a, b] = [inner(node.left), inner(node.right)];
      if (node.sign === "+" || node.sign === "−") {
        const { left, right, power } = paired(a, b);
        return { node: { ...node, left, right }, power };
      }
      const power = (a.power ?? 0) + (node.sign === "×" ? 1 : -1) * (b.power ?? 0);
      return { node: { ...node, left: a.node, right: b.node }, power };
    }
    case "call":
      return scaledCall(node, inner);
  }
}

function scaledCall(node: FormulaNode & { type: "call" }, inner: (part: FormulaNode) => Scaled): Scaled {
  const { name, args } = node;
  const [first, ...others] = args;
  if (first === undefined) return { node, power: 1 }; // 天数比例()
  if (isBandFunction(name)) return banded(node, inner);
  switch (name) {
    case "查表":
      return { node, power: 0 };
    case "有值":
      return { node: { ...node, args: [inner(first).node] }, power: 0 };
    case "绝对值": {
      const of = inner(first);
      return { node: { ...node, args: [of.node] }, power: of.power };
    }
    case "四舍五入":
    case "向上取整":
    case "向下取整": {
      // What is whole is whole in a month: one reward for each full 10 万 of a month is half of it for each full 5 万 of half a month.
      const of = inner(first);
      const whole: Scaled = { node: { ...node, args: [atPower(of, 0), ...others] }, power: 0 };
      return { node: atPower(whole, of.power ?? 0), power: of.power };
    }
    case "如果": {
      const ways = together(others.map(inner));
      return { node: { ...node, args: [inner(first).node, ...ways.nodes] }, power: ways.power };
    }
    default: {
      const all = together(args.map(inner));
      return { node: { ...node, args: all.nodes }, power: all.power };
    }
  }
}

/** A table asked about a sum over the days has its edges by them; one with edges that are multiples of a target has those by both. */
function banded(node: FormulaNode & { type: "call" }, inner: (part: FormulaNode) => Scaled): Scaled {
  const [subjectNode, table, targetNode] = node.args;
  if (subjectNode === undefined || table === undefined) return { node, power: 0 };
  const found = inner(subjectNode);
  const both = together(targetNode === undefined ? [found] : [found, inner(targetNode)]);
  const [subject = subjectNode, target] = both.nodes;
  const power = both.power ?? 0;
  const edges = target ?? (power === 1 ? shareIn(subject) : null);
  // Tables have edges for one share of days; what grows otherwise with days is asked for as of the whole month.
  if (edges === null) {
    const whole: Scaled = { node: { ...node, args: [atPower({ node: subject, power }, 0), table] }, power: 0 };
    return node.name === "阶梯" ? { node: atPower(whole, power), power } : whole;
  }
  return { node: { ...node, args: [subject, table, edges] }, power: node.name === "阶梯" ? power : 0 };
}

function paired(left: Scaled, right: Scaled): { left: FormulaNode; right: FormulaNode; power: DayPower | null } {
  const { nodes, power } = together([left, right]);
  return { left: nodes[0] ?? left.node, right: nodes[1] ?? right.node, power };
}

/** Numbers that are added, compared or chosen between, all by the days of the one that has most of them. */
function together(parts: readonly Scaled[]): { nodes: FormulaNode[]; power: DayPower | null } {
  const powers = parts.flatMap(({ power }) => power ?? []);
  if (powers.length === 0) return { nodes: parts.map(({ node }) => node), power: null };
  const power = Math.max(...powers);
  return { nodes: parts.map((part) => atPower(part, power)), power };
}

function atPower({ node, power }: Scaled, wanted: DayPower): FormulaNode {
  let result = node;
  for (let at = power ?? wanted; at !== wanted; at += at < wanted ? 1 : -1) {
    const sign = at < wanted ? "×" : "÷";
    result = { type: "arithmetic", sign, left: result, right: shareIn(node), from: node.from, to: node.to };
  }
  return result;
}

const shareIn = ({ from, to }: FormulaNode): FormulaNode => ({ type: "segmentShare", from, to });
