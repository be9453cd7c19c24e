import { fenOfYuan, type Fen, splitByInts, yuanOf } from "../../money";
import { compilePlan } from "../plan/compile";
import type { Draft } from "../evaluation/draft";
import { amountOf, creditFen } from "../facts/factIndex";
import { sumNamed } from "../facts/measures";
import { childrenOf, type FormulaNode, type FormulaRecord, isMissing, namesIn } from "../formula";
import { divide, type Exact, fractionText, ratioOf, times } from "../numbers/number";
import { basisWeights } from "../evaluation/periodLines";
import { priceBook } from "../evaluation/price";
import { besideEdges } from "./besideEdges";
import { traceNode } from "./traceNode";
import type { Allocation, Assignment, MemberBook, Fact, Trace, TraceStep } from "../types";

/**
 * How a line came about; with a fact, how the part of the line that belongs to that fact did. Traces are made when asked for, by evaluating
 * again, and are never stored. null: there is no such line, or it has nothing of that fact.
 */
export function traceOf(
  assignments: readonly Assignment[],
  book: MemberBook,
  lineId: string,
  factId?: string,
): Trace | null {
  const records = new Map<string, FormulaRecord>();
  const priced = priceBook(assignments, book, { of: records, only: lineId });
  const draft = priced.drafts.find((one) => one.id === lineId);
  if (draft === undefined) return null;
  return factId === undefined || draft.fact !== null ? wholeTrace(draft) : partTrace(draft, factId);
}

/** The traces of all lines of a statement, by line. */
export function tracesOf(assignments: readonly Assignment[], book: MemberBook): Map<string, Trace> {
  const priced = priceBook(assignments, book, { of: new Map<string, FormulaRecord>() });
  return new Map(priced.drafts.map((draft) => [draft.id, wholeTrace(draft)]));
}

function wholeTrace(draft: Draft): Trace {
  const { compiled, segment, env } = draft;
  const { index } = env.source;
  const plan = compilePlan(segment.plan);
  const { when, amount } = compiled.formulas;
  const node = (formula: FormulaNode | undefined) =>
    formula === undefined || env.record?.values.has(formula) !== true
      ? null
      : traceNode(formula, { env, plan, record: env.record });
  const { code, name, version, validFrom } = segment.plan;
  const { conditionText, englishNames } = compiled;
  const [condition, formula] = besideEdges([node(when), node(amount)]);
  return {
    lineId: draft.id,
    factId: null,
    component: compiled.head,
    plan: { code, name, version, validFrom },
    condition,
    conditionText,
    englishNames,
    formula,
    steps: draft.steps,
    amountFen: draft.amountFen,
    lineFen: draft.amountFen,
    reason: draft.reason,
    month: env.source.book.period,
    ...(segment.length === "week" && { week: segment.period }),
    days: segment.cut ? { from: segment.from, to: segment.to } : null,
    fact:
      draft.fact === null
        ? null
        : factHead(draft.fact, amountOf(draft.fact, env.source.view, index), amountOf(draft.fact, "gross", index)),
  };
}

const factHead = (fact: Fact, amountFen: Fen | null, contractFen: Fen | null): Trace["fact"] => ({
  id: fact.id,
  kind: fact.kind,
  customerId: "customerId" in fact ? (fact.customerId ?? null) : null,
  on: fact.on,
  amountFen,
  ...(amountFen === null || contractFen === null || amountFen === contractFen
    ? {}
    : { net: { contractFen, refundedFen: contractFen - amountFen } }),
});

/**
 * The part of a period line that belongs to one fact. Where the formula is the basis times something, it reads with the fact's own amount in
 * place of the basis and gives the same fen; otherwise it is a share of the whole line.
 */
function partTrace(draft: Draft, factId: string): Trace | null {
  const { index } = draft.env.source;
  const { component, formulas } = draft.compiled;
  const fact = index.byId.get(factId);
  if (fact === undefined || component.grain !== "period" || component.basis === undefined) return null;
  const part = draft.allocation.find((one) => one.factId === factId) ?? roundedAway(draft, factId, component.basis);
  if (part === null) return null;
  const whole = wholeTrace(draft);
  const { basis } = component;
  const { source, record } = draft.env;
  const ownFen = creditFen(fact, source.role, source.view, index);
  const contractFen = creditFen(fact, source.role, "gross", index);
  const head = factHead(fact, ownFen, contractFen);
  const share = part.fen === 0 ? shareRoundedAway(draft, factId, basis) : null;
  // Of what the formula that is printed divides: the exact line, or the one that was rounded.
  const roundedFrom = (line: Exact): Pick<Trace, "roundedFrom"> =>
    share === null ? {} : { roundedFrom: fractionText(times(line, share)) };
  const base: Trace = { ...whole, ...{ factId, amountFen: part.fen, fact: head } };
  const { amount } = formulas;
  if (amount !== undefined && record !== undefined && isProportional(amount, basis, draft)) {
    const value = exactAt(amount, record);
    const total = exactAt(leafNamed(amount, basis), record);
    if (isUntouched(draft) && value !== null && total !== null && proportionalFen(value, total, ownFen) === part.fen) {
      const instead = { name: basis, fen: ownFen, contractFen, fact };
      const plan = compilePlan(draft.segment.plan);
      const [formula = null] = besideEdges([traceNode(amount, { env: draft.env, plan, record, instead })]);
      return { ...base, ...roundedFrom(value), formula };
    }
  }
  return {
    ...base,
    ...roundedFrom(yuanOf(draft.amountFen)),
    formula: null,
    steps: shareSteps(draft, factId, part.fen),
  };
}

/** Whether the line is what its formula gives, but for the rounding. */
const isUntouched = ({ steps }: Draft): boolean => steps.every((step) => step.step === "round");

/** A part of less than half a fen is nothing of the line, and comes about like any other. */
function roundedAway(draft: Draft, factId: string, basis: string): Allocation | null {
  const { source } = draft.env;
  const counts = basisWeights(basis, source).some(({ fact, weight }) => fact.id === factId && weight > 0);
  return counts && draft.amountFen !== 0 ? { factId, fen: 0 } : null;
}

/** What the fact's weight is of all; null where its part of the line is half a fen or more, which another one gets and is not rounded away. */
function shareRoundedAway(draft: Draft, factId: string, basis: string): Exact | null {
  const weights = basisWeights(basis, draft.env.source);
  const own = weights.find(({ fact }) => fact.id === factId)?.weight ?? 0;
  const share = ratioOf(
    own,
    weights.reduce((sum, { weight }) => sum + weight, 0),
  );
  return share === null || fenOfYuan(times(yuanOf(draft.amountFen), share)) !== 0 ? null : share;
}

/** The first node that is this name; the formula itself where none is. */
function leafNamed(node: FormulaNode, name: string): FormulaNode | null {
  if (node.type === "name" && node.name === name) return node;
  for (const child of childrenOf(node)) {
    const found = leafNamed(child, name);
    if (found !== null) return found;
  }
  return null;
}

/** Whether the formula, with its table rows as they are, is the basis times something that does not know it. */
function isProportional(node: FormulaNode, basis: string, draft: Draft): boolean {
  const knows = (part: FormulaNode): boolean => namesIn(part).has(basis);
  if (node.type === "name") return node.name === basis;
  if (node.type === "arithmetic" && node.sign === "×") {
    const [left, right] = [knows(node.left), knows(node.right)];
    return left !== right && isProportional(left ? node.left : node.right, basis, draft);
  }
  if (node.type === "arithmetic" && node.sign === "÷")
    return !knows(node.right) && isProportional(node.left, basis, draft);
  if (node.type !== "call" || node.name !== "阶梯") return false;
  const [subject, table, target] = node.args;
  const whole = table?.type === "name" && draft.env.bandTable(table.name).source.mode !== "marginal";
  return whole && subject?.type === "name" && subject.name === basis && (target === undefined || !knows(target));
}

function exactAt(node: FormulaNode | null, record: FormulaRecord): Exact | null {
  const value = node === null ? undefined : record.values.get(node);
  return value === undefined || typeof value === "boolean" || isMissing(value) ? null : value;
}

/** value × own ÷ total, rounded. */
function proportionalFen(value: Exact, total: Exact, ownFen: Fen): Fen | null {
  const share = divide(yuanOf(ownFen), total);
  return share === null ? null : fenOfYuan(times(value, share));
}

/** The part of the line that the fact's weight gives it, and what it has lost since to refunds. */
function shareSteps(draft: Draft, factId: string, fen: Fen): TraceStep[] {
  const { component } = draft.compiled;
  const { source } = draft.env;
  const basis = component.grain === "period" && component.basis !== undefined ? component.basis : "";
  const weights = basisWeights(basis, source);
  const at = weights.findIndex((one) => one.fact.id === factId);
  const ints = weights.map(({ weight }) => weight);
  const input = source.inputs.get(basis);
  const unit = input && "code" in input && sumNamed(input.code)?.countBy === "money" ? "money" : "count";
  const lineFen = draft.steps.find(({ step }) => step === "refund")?.fromFen ?? draft.amountFen;
  const partFen = splitByInts(lineFen, ints)[at] ?? 0;
  const total = ints.reduce((sum, one) => sum + one, 0);
  const params = { basis, unit, weight: ints[at] ?? 0, total };
  const share: TraceStep = { step: "allocation", fromFen: lineFen, toFen: partFen, params };
  return partFen === fen ? [share] : [share, { step: "refund", fromFen: partFen, toFen: fen, params: {} }];
}
