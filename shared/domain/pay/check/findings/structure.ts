import { type Fen, roundToFen, yuanOf } from "../../../money";
import { daysOf, periodOf } from "../../../time";
import { measureNamed, sumNamed } from "../../facts/measures";
import { type FormulaNode, childrenOf, isBandFunction, parseFormula } from "../../formula";
import {
  compare,
  decimal,
  type Exact,
  exactOfDecimal,
  exactOfInt,
  one,
  round,
  sumOf,
  times,
  zero,
} from "../../numbers/number";
import { type CompiledComponent, unitOfInput } from "../../plan/compile";
import { scoreCapOf } from "../../plan/score";
import type { BandTable, Component, Plan, PlanInput } from "../../types";
import { type Finding, type FindingPlace, namesOf, type Probe } from "./finding";
import { axesOf, usualPoint } from "./points";
import { probeOf, type Prober } from "./prober";
import { keysOf } from "./shapes";

/** What is read off a plan as it is written, shown by what its usual month or order pays where there is something to pay. */
export function structure(prober: Prober): Finding[] {
  const { plan, compiled } = prober;
  return [
    ...plan.inputs.flatMap((input) => [...ofScore(input, plan), ...basisNobodyHas(input)]),
    ...plan.tables.flatMap((table) => (table.kind === "lookup" ? [] : ofTable(table, plan, compiled.components))),
    ...compiled.components.flatMap((one) => ofComponent(prober, one)),
    ...midPeriodChange(plan),
    ...needNotMet(prober),
  ];
}

const told = (
  code: Finding["code"],
  severity: Finding["severity"],
  place: FindingPlace,
  more: { witness?: Finding["witness"]; number?: number } = {},
): Finding => ({
  code,
  severity,
  ...place,
  witness: more.witness ?? null,
  ...(more.number !== undefined && { number: more.number }),
});

function ofScore(input: PlanInput, plan: Plan): Finding[] {
  if (input.kind !== "score") return [];
  const place = { path: `inputs.${input.name}`, of: namesOf(input) };
  const count = input.items.length;
  const parts = input.items.flatMap((item) => plan.inputs.find(({ name }) => name === item.input) ?? []);
  const aimless = parts.filter((part) => part.kind === "measure" && unitOfInput(part) !== "ratio");
  return [
    ...(count < 3 || count > 5 ? [told("indicatorCount", "informs", place, { number: count })] : []),
    ...aimless.map((part) => told("noTargetInScore", "informs", { ...place, of: namesOf(part) })),
  ];
}

/** Own facts give what the catalogue knows; what is imported says in which unit it comes. */
function basisNobodyHas(input: PlanInput): Finding[] {
  if (!("of" in input) || input.unit !== undefined || measureNamed(input.code)) return [];
  // Of a completion nobody writes the unit.
  const severity = input.kind === "measure" ? "warns" : "informs";
  return [told("basisNobodyHas", severity, { path: `inputs.${input.name}`, of: namesOf(input) })];
}

interface Range {
  least: Exact | null;
  most: Exact | null;
  isWhole: boolean;
}

const any: Range = { least: null, most: null, isWhole: false };

function ofTable(table: BandTable, plan: Plan, components: readonly CompiledComponent[]): Finding[] {
  const place = { path: `tables.${table.name}`, of: namesOf(table) };
  const ranges = components.flatMap(({ formulas }) =>
    Object.values(formulas).flatMap((node) => (node ? rangesIn(node, table, plan) : [])),
  );
  if (ranges.length === 0) return [told("unusedTable", "informs", place)];
  const rowTold = (code: Finding["code"], severity: Finding["severity"], row: number): Finding[] =>
    row < 0 ? [] : [told(code, severity, { ...place, path: `${place.path}.rows.${row}` }, { number: row + 1 })];
  return [
    ...rowTold(
      "unreachableTier",
      "warns",
      table.rows.findIndex((_, index) => ranges.every((range) => !isReachable(table, index, range))),
    ),
    ...rowTold("edgeUnclear", "informs", unclearEdge(table)),
  ];
}

/** The first row whose edge belongs to it or to the next one, which nobody has said, where that makes a difference. */
function unclearEdge({ rows, mode, shape }: BandTable): number {
  if (mode === "marginal" || shape === "linear") return -1;
  return rows.findIndex(({ upTo, includes, value }, index) => {
    const next = rows[index + 1];
    return (
      upTo !== null &&
      includes === undefined &&
      next !== undefined &&
      compare(decimal(next.value), decimal(value)) !== 0
    );
  });
}

/** Between which values a table is asked. */
function rangesIn(node: FormulaNode, table: BandTable, plan: Plan): Range[] {
  const inside = childrenOf(node).flatMap((child) => rangesIn(child, table, plan));
  if (node.type !== "call" || !isBandFunction(node.name)) return inside;
  const [value, named, target] = node.args;
  if (!value || named?.type !== "name" || named.name !== table.name) return inside;
  // Edges that are multiples of a target are anywhere; money is looked up by its size.
  const range = target ? any : rangeOf(value, plan);
  return [...inside, !target && table.by === "money" ? { ...range, least: range.least ?? zero } : range];
}

function rangeOf(node: FormulaNode, plan: Plan): Range {
  if (node.type === "number") return { least: node.value, most: node.value, isWhole: false };
  if (node.type === "call" && (node.name === "最小" || node.name === "最大" || node.name === "限制")) {
    const [first = any, second = any, third = any] = node.args.map((argument) => rangeOf(argument, plan));
    if (node.name === "最小") return { ...first, isWhole: false, most: lesser(first.most, second.most) };
    if (node.name === "最大") return { ...first, isWhole: false, least: greater(first.least, second.least) };
    return { least: greater(first.least, second.least), most: lesser(first.most, third.most), isWhole: false };
  }
  if (node.type !== "name") return any;
  const input = plan.inputs.find(({ name }) => name === node.name);
  if (input?.kind === "layer") return { least: one, most: exactOfInt(3), isWhole: true };
  if (input?.kind === "score") return { ...any, most: mostOfScore(input) };
  const isCount = input?.kind === "measure" && sumNamed(input.code)?.countBy === "each" && input.countBy !== "share";
  return isCount ? { least: zero, most: null, isWhole: true } : any;
}

const lesser = (a: Exact | null, b: Exact | null): Exact | null => (a && b ? (compare(a, b) < 0 ? a : b) : (a ?? b));
const greater = (a: Exact | null, b: Exact | null): Exact | null => (a && b ? (compare(a, b) > 0 ? a : b) : (a ?? b));

function mostOfScore({ items, missing }: Extract<PlanInput, { kind: "score" }>): Exact | null {
  const caps = items.map(({ cap }) => scoreCapOf(cap));
  const highest = caps.reduce<Exact | null>((most, cap) => greater(most, cap), null);
  if (caps.some((cap) => cap === null)) return null;
  // Where the weight of what has no value goes to the others, those of the highest cap may be all.
  if (missing === "redistribute") return highest;
  return sumOf(items.map(({ weight }, index) => times(exactOfDecimal(weight) ?? zero, caps[index] ?? zero)));
}

function isReachable({ rows, shape }: BandTable, index: number, { least, most, isWhole }: Range): boolean {
  if (shape === "linear") return true;
  const [row, below] = [rows[index], rows[index - 1]];
  if (!row) return false;
  const from = below?.upTo ? { at: decimal(below.upTo), isIn: below.includes !== true } : null;
  const to = row.upTo === null ? null : { at: decimal(row.upTo), isIn: row.includes === true };
  if (most && from && (compare(from.at, most) > 0 || (compare(from.at, most) === 0 && !from.isIn))) return false;
  if (least && to && (compare(to.at, least) < 0 || (compare(to.at, least) === 0 && !to.isIn))) return false;
  if (!isWhole || !from || !to) return true;
  const up = round(from.at, 0, "up");
  const first = compare(up, from.at) === 0 && !from.isIn ? sumOf([up, one]) : up;
  return compare(first, to.at) < 0 || (compare(first, to.at) === 0 && to.isIn);
}

/** Larger red packets are given in several. */
const redPacketMaxFen: Fen = 20_000;

function ofComponent(prober: Prober, compiled: CompiledComponent): Finding[] {
  const { component } = compiled;
  const place = { path: `components.${component.code}.pay`, of: namesOf(component) };
  const pay = component.pay ?? [];
  const usual = prober.price(compiled, usualPoint);
  const pays = usual !== null && usual.paysFen > 0;
  const witness = usual && { components: [component.code], before: [], after: [probeOf(usual)] };
  const found: Finding[] = [];
  if (pay.length === 0) found.push(told("neverReleased", "informs", place));
  if (isOpenUntilClose(prober, compiled) && pay.some(({ when, due }) => when === "earned" && !due.startsWith("次月")))
    found.push(told("dueBeforeClose", "informs", place));
  const inPackets = pay.some(({ channel }) => channel === "redPacket");
  if (inPackets && usual && usual.paysFen > redPacketMaxFen) {
    const number = Math.ceil(usual.paysFen / redPacketMaxFen);
    found.push(told("redPacketLimit", "informs", place, { witness, number }));
  }
  if (component.refund === "none" && pays && isOfMoney(prober, compiled))
    found.push(
      told("refundNotCovered", "warns", { ...place, path: `components.${component.code}.refund` }, { witness }),
    );
  if (component.grain === "period" && component.period !== "month")
    found.push(told("forfeitsOnLeave", "informs", { ...place, path: `components.${component.code}.period` }));
  return found;
}

/** Nothing of it is sure before the month is over. */
function isOpenUntilClose({ plan }: Prober, compiled: CompiledComponent): boolean {
  if (compiled.component.grain === "period") return true;
  return axesOf(compiled, plan).some(({ key }) => key.startsWith("measure "));
}

/** What it is paid for can be taken back: an order, its margin, its money. */
function isOfMoney({ plan }: Prober, compiled: CompiledComponent): boolean {
  const { component } = compiled;
  if (component.grain === "event") return component.on === "sale" || component.on === "newCustomer";
  return axesOf(compiled, plan).some(
    ({ key }) =>
      key.startsWith("measure sales.confirmed member") || key.startsWith("measure collections.amount member"),
  );
}

/** A version prices whole periods. */
function midPeriodChange(plan: Plan): Finding[] {
  const { validFrom } = plan;
  const late = plan.components.find(
    (component: Component) =>
      component.grain === "period" && daysOf(periodOf(validFrom, component.period)).from !== validFrom,
  );
  return late ? [told("midPeriodChange", "informs", { path: "validFrom", of: namesOf(late) })] : [];
}

/** What the people concerned asked for, as a sum of a usual month or as a share of what is sold, against what the plan gives where every target is just met. */
function needNotMet(prober: Prober): Finding[] {
  const { plan, compiled } = prober;
  if (!plan.needs?.length) return [];
  // Who asked is who sells: what others get for the same sale is no answer.
  const paying = compiled.components.filter(
    ({ component, faults }) => faults.length === 0 && (component.credit ?? "owner") === "owner",
  );
  const needs = plan.needs.map((need, index) => ({ ...need, index, neededFen: fenOfNeed(need.atLeast) }));
  return needs.flatMap(({ who, index, neededFen }) => {
    // A need that names values of a table, such as an origin, is about these.
    const named = keysOf(prober).filter(({ keys }) => [...keys.values()].some((key) => who.includes(key)));
    const totals = (named.length > 0 ? named : [usualPoint]).flatMap((point) => prober.sum(paying, point) ?? []);
    const least = totals.reduce<Probe | null>((low, one) => (low && low.paysFen <= one.paysFen ? low : one), null);
    if (neededFen === null || !least || least.paysFen >= neededFen) return [];
    const witness = { components: paying.map(({ component }) => component.code), before: [], after: [least] };
    return [told("needNotMet", "warns", { path: `needs.${index}`, of: { name: who } }, { witness, number: neededFen })];
  });
}

/** Of a usual month's sales, where it is a share. */
const usualSalesFen: Fen = 10_000_000;

/** `5000元`, and a share as `5%` or as the decimal that rates are written in. */
function fenOfNeed(text: string): Fen | null {
  try {
    const node = parseFormula(text);
    if (node.type !== "number") return null;
    return roundToFen(node.unit === "money" ? node.value : times(node.value, yuanOf(usualSalesFen)));
  } catch {
    // Needs may be words alone.
    return null;
  }
}
