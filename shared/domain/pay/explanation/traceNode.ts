import { type Fen, yuanOf } from "../../money";
import { type CompiledPlan, unitOfInput } from "../plan/compile";
import type { NamedEnvironment, PricingEnvironment } from "../evaluation/environment";
import { amountOf } from "../facts/factIndex";
import { fieldNamed } from "../facts/factFields";
import { type FormulaNode, type FormulaRecord, type FormulaValue, isBandFunction, isMissing } from "../formula";
import {
  attainmentParts,
  factsBehind,
  growthParts,
  type InputSource,
  layerWanted,
  periodFor,
  type ScorePart,
  scoreParts,
} from "../evaluation/inputs";
import { measured } from "../evaluation/measured";
import { compare, decimalText, type Exact, fractionText, shortText, times } from "../numbers/number";
import { bandValue, type ExactTable, marginalParts } from "../formula/tables";
import { scoreCapOf, toImprove } from "../plan/score";
import type {
  Fact,
  FactKind,
  PlanInput,
  TraceNode,
  TraceRow,
  TraceScorePart,
  TraceSource,
  TraceValue,
  Unit,
} from "../types";

export interface TraceRequest {
  /** Of an example there is no month and no fact behind its values. */
  env: NamedEnvironment & Partial<Pick<PricingEnvironment, "fact" | "source">> & { on?: FactKind | undefined };
  plan: CompiledPlan;
  record: FormulaRecord;
  /** A name that is shown with another value: the basis, where only one fact's part of it is traced. */
  instead?: { name: string; fen: Fen; contractFen: Fen; fact: Fact };
}

/** The evaluated part of a formula as a tree of numbers with their sources. */
export function traceNode(node: FormulaNode, request: TraceRequest): TraceNode {
  if (node.type === "number") return constantLeaf(node);
  const { record } = request;
  const value = traceValue(record.values.get(node), unitOfNode(node, request));
  const child = (part: FormulaNode): TraceNode => traceNode(part, request);
  switch (node.type) {
    case "segmentShare":
      return { node: "call", value, name: "天数比例", parts: [], row: null };
    case "name":
      return nameLeaf(node.name, value, request);
    case "negative":
      return { node: "operation", value, operator: "−", parts: [child(node.of)] };
    case "not":
      return { node: "operation", value, operator: "非", parts: [child(node.of)] };
    case "call":
      return callNode(node, value, request);
    default: {
      // 且 and 或 leave their right side alone where the left has decided.
      const parts = [node.left, node.right].filter((part) => record.values.has(part)).map(child);
      return { node: "operation", value, operator: node.sign, parts };
    }
  }
}

/** Leaves of numbers that a plan writes out, as long as the plan lives: they are the same in every line. */
const constantLeaves = new WeakMap<FormulaNode, TraceNode>();

function constantLeaf(node: FormulaNode & { type: "number" }): TraceNode {
  const known = constantLeaves.get(node);
  if (known !== undefined) return known;
  const value = traceValue(node.value, node.unit === "bare" ? "decimal" : node.unit);
  const leaf: TraceNode = { node: "leaf", value, name: null, nameEn: null, source: { kind: "constant" } };
  constantLeaves.set(node, leaf);
  return leaf;
}

function callNode(node: FormulaNode & { type: "call" }, value: TraceValue, request: TraceRequest): TraceNode {
  const { record } = request;
  if (node.name === "如果") {
    const [condition, yes, no] = node.args;
    const held = condition !== undefined && record.values.get(condition) === true;
    const chosen = held ? yes : no;
    if (condition !== undefined && chosen !== undefined) {
      return {
        node: "choice",
        value,
        condition: traceNode(condition, request),
        chosen: traceNode(chosen, request),
        held,
      };
    }
  }
  const parts = node.args.filter((arg) => record.values.has(arg)).map((arg) => traceNode(arg, request));
  return { node: "call", value, name: node.name, parts, row: rowOf(node, request) };
}

function nameLeaf(name: string, value: TraceValue, request: TraceRequest): TraceNode {
  const { env, plan, instead } = request;
  if (instead?.name === name) {
    const { fact, fen, contractFen } = instead;
    const net = netOf(fen, contractFen);
    const source: TraceSource = { kind: "fact", factId: fact.id, of: fact.kind, field: "amount", ...net };
    return { node: "leaf", value: traceValue(yuanOf(instead.fen), "money"), name, nameEn: null, source };
  }
  const { fact = null, source: month } = env;
  const kind = fact?.kind ?? env.on;
  const field = kind === undefined ? null : fieldNamed(kind, name);
  if (fact !== null && field !== null && month !== undefined) {
    const { view, index } = month;
    const net = field.field === "amount" ? netOf(amountOf(fact, view, index), amountOf(fact, "gross", index)) : {};
    const source: TraceSource = {
      kind: "fact",
      factId: fact.id,
      of: fact.kind,
      field: field.field,
      ...net,
    };
    return { node: "leaf", value, name: field.name, nameEn: field.nameEn, source };
  }
  if (field !== null) return { node: "leaf", value, name: field.name, nameEn: field.nameEn, source: exampleSource };
  const input = plan.inputs.get(name);
  if (input === undefined) return { node: "leaf", value, name, nameEn: null, source: { kind: "constant" } };
  const source = month === undefined ? exampleSource : sourceOf(input, month);
  return { node: "leaf", value, name, nameEn: input.nameEn ?? null, source };
}

/** Where what counts is not what was agreed: both. */
function netOf(fen: Fen | null, contractFen: Fen | null): Pick<TraceSource & { kind: "fact" }, "net"> {
  if (fen === null || contractFen === null || fen === contractFen) return {};
  const money = (of: Fen) => traceValue(yuanOf(of), "money");
  return { net: { contract: money(contractFen), refunded: money(contractFen - fen) } };
}

const exampleSource: TraceSource = { kind: "example" };

function sourceOf(input: PlanInput, source: InputSource): TraceSource {
  switch (input.kind) {
    case "attainment": {
      const { actual, target } = attainmentParts(input, source);
      const unit = unitOfInput({ ...input, kind: "measure" });
      const period = periodFor(input.period, source);
      return {
        kind: "attainment",
        code: input.code,
        of: input.of,
        period,
        actual: traceValue(actual, unit),
        target: traceValue(target, unit),
      };
    }
    case "measure":
    case "growth": {
      const { ratio } = input.kind === "growth" ? growthParts(input, source) : measured(input, source);
      const factIds = factsBehind(input, source).map((fact) => fact.id);
      const { code, of } = input;
      return {
        ...{ kind: "measure", code, of, period: periodFor(input.period, source), factIds },
        ...(ratio && { ratio }),
      };
    }
    case "target":
      return { kind: "target", code: input.code, of: input.of, period: periodFor(input.period, source) };
    case "lines":
      return { kind: "lines", components: input.components };
    case "layer":
      return { kind: "given", code: input.code, period: layerWanted(input, source).period };
    case "param":
      return { kind: "given", code: input.code, period: source.book.period };
    case "score":
      return { kind: "score", missing: input.missing, parts: tracedParts(input, source) };
  }
}

function tracedParts(score: PlanInput & { kind: "score" }, source: InputSource): TraceScorePart[] {
  const parts = scoreParts(score, source);
  const items = parts.map(({ item: { weight, cap }, completion }) => ({ weight, cap, completion }));
  const gains = new Map(toImprove(items, score.missing).map(({ at, gain }) => [at, gain]));
  return parts.map((part, at) => tracedPart(part, gains.get(at)));
}

function tracedPart(
  { item: { input: name, weight, cap }, input, completion }: ScorePart,
  gain?: Exact,
): TraceScorePart {
  const most = scoreCapOf(cap);
  const isCapped = completion !== null && most !== null && compare(completion, most) > 0;
  const value = traceValue((isCapped ? most : completion) ?? undefined, "ratio");
  return {
    ...{ name, nameEn: input?.nameEn ?? null, weight, value, isCapped },
    ...(gain && { gain: traceValue(gain, "ratio") }),
  };
}

function rowOf(node: FormulaNode & { type: "call" }, request: TraceRequest): TraceRow | null {
  const { env, plan, record } = request;
  const tableNode = isBandFunction(node.name) ? node.args[1] : node.name === "查表" ? node.args[0] : undefined;
  if (tableNode?.type !== "name") return null;
  const lookup = plan.lookupTables.get(tableNode.name);
  const open = { from: null, fromIncluded: false, to: null, toIncluded: false };
  if (lookup !== undefined) {
    const key = env.keyOf(lookup.by);
    const value = env.lookupValue(lookup, key);
    return {
      table: lookup.name,
      tableEn: lookup.nameEn ?? null,
      by: lookup.by,
      mode: null,
      ...open,
      key,
      value: textOf(value),
      parts: [],
    };
  }
  const hit = record.rows.get(node);
  const table = plan.bandTables.get(tableNode.name);
  const row = table?.rows[hit?.rowIndex ?? -1];
  if (hit === undefined || table === undefined || row === undefined) return null;
  const below = table.rows[hit.rowIndex - 1];
  const edge = (upTo: Exact | null | undefined): string | null =>
    upTo === null || upTo === undefined ? null : textOf(hit.target === null ? upTo : times(upTo, hit.target));
  return {
    table: table.source.name,
    tableEn: table.source.nameEn ?? null,
    // Multiples of a target have become amounts of what the target is about.
    by: node.args[2] !== undefined && unitOfNode(node.args[2], request) === "money" ? "money" : table.source.by,
    mode: table.source.mode ?? null,
    from: edge(below?.upTo),
    fromIncluded: below !== undefined && !below.includes,
    to: edge(row.upTo),
    toIncluded: row.includes,
    key: null,
    value: textOf(row.value),
    ...interpolatedIn(node, table, hit.target, record),
    parts: partsOf(node, table, hit.target, record),
  };
}

/** What lies between two points of a table that rises evenly. */
function interpolatedIn(
  node: FormulaNode & { type: "call" },
  table: ExactTable,
  target: Exact | null,
  record: FormulaRecord,
): Pick<TraceRow, "interpolated"> {
  const [subject] = node.args;
  const about = subject === undefined ? undefined : record.values.get(subject);
  const { shape, mode } = table.source;
  if (shape !== "linear" || mode === "marginal" || typeof about !== "object" || isMissing(about)) return {};
  const { value, rowIndex } = bandValue(table, about, target);
  const isBetween = table.rows[rowIndex]?.upTo && table.rows[rowIndex - 1];
  return isBetween ? { interpolated: traceValue(value, node.name === "系数" ? "decimal" : "ratio") } : {};
}

function partsOf(
  node: FormulaNode & { type: "call" },
  table: ExactTable,
  target: Exact | null,
  record: FormulaRecord,
): TraceRow["parts"] {
  const [subject] = node.args;
  const amount = subject === undefined ? undefined : record.values.get(subject);
  if (table.source.mode !== "marginal" || typeof amount !== "object" || isMissing(amount)) return [];
  return marginalParts(table, amount, target).map((part) => ({ amount: textOf(part.amount), rate: textOf(part.rate) }));
}

const textOf = (value: Exact): string => decimalText(value) ?? shortText(value, 6);

export function traceValue(value: FormulaValue | undefined, unit: TraceValue["unit"]): TraceValue {
  if (typeof value === "boolean") {
    const text = value ? "1" : "0";
    return { fraction: text, decimal: text, exact: true, unit: "condition" };
  }
  if (value === undefined || isMissing(value)) return { fraction: null, decimal: null, exact: true, unit };
  const finite = decimalText(value);
  return { fraction: fractionText(value), decimal: finite ?? shortText(value, 6), exact: finite !== null, unit };
}

/** The unit that a part of a checked formula has. */
function unitOfNode(node: FormulaNode, request: TraceRequest): Unit {
  const unit = (part: FormulaNode | undefined): Unit => (part === undefined ? "decimal" : unitOfNode(part, request));
  switch (node.type) {
    case "number":
      return node.unit === "bare" ? "decimal" : node.unit;
    case "name":
      return request.env.unitOf(node.name);
    case "segmentShare":
      return "ratio";
    case "negative":
      return unit(node.of);
    case "arithmetic": {
      const [left, right] = [unit(node.left), unit(node.right)];
      if (node.sign === "÷")
        return left === "money" && right !== "money" ? "money" : left === right ? "ratio" : "decimal";
      if (left === "money" || right === "money") return "money";
      return node.sign === "×" && left !== right ? "decimal" : left;
    }
    case "call":
      return callUnit(node, request, unit);
    default:
      return "decimal";
  }
}

function callUnit(
  { name, args }: FormulaNode & { type: "call" },
  { plan }: TraceRequest,
  unit: (part: FormulaNode | undefined) => Unit,
): Unit {
  if (name === "阶梯") return "money";
  if (name === "费率" || name === "天数比例") return "ratio";
  if (name === "系数" || name === "有值") return "decimal";
  if (name === "查表")
    return args[0]?.type === "name" ? (plan.lookupTables.get(args[0].name)?.unit ?? "decimal") : "decimal";
  if (name === "如果") return unit(args[1]);
  const units = args.map(unit);
  return units.includes("money") ? "money" : (units[0] ?? "decimal");
}
