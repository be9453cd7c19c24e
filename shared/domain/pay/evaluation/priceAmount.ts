import { type Fen, roundToFen } from "../../money";
import type { CompiledComponent, FormulaSlot } from "../plan/compile";
import type { NamedEnvironment } from "./environment";
import {
  evaluateCondition,
  evaluateNumber,
  FormulaError,
  type FormulaNode,
  isMissing,
  type Missing,
  printFormula,
  type Quantity,
} from "../formula";
import { add, compare, type Exact, TooLarge, zero } from "../numbers/number";
import type { Component, FactKind, Reason, TraceStep } from "../types";
import { zeroReason } from "./zeroReason";

/** What a component's formulas give: condition, amount, cap and floor, rounded once. */
export interface Priced {
  fen: Fen;
  reason: Reason;
  steps: TraceStep[];
  /** Set where the amount has no value: a closing exception. */
  undefinedBecause: Missing | "tooLarge" | null;
  /** The amount before it was rounded, in yuan. */
  exact: Exact;
}

export const paid: Reason = { code: "paid", params: {} };

const nothing = (reason: Reason, undefinedBecause: Priced["undefinedBecause"] = null): Priced => ({
  fen: 0,
  reason,
  steps: [],
  undefinedBecause,
  exact: zero,
});

/** @param before the exact sum of the earlier parts of a month that was cut, in yuan: all parts are rounded together */
export const priceAmount = (compiled: CompiledComponent, env: NamedEnvironment, before: Exact = zero): Priced =>
  orTooLarge(() => priced(compiled, env, before));

/** What cannot be told exactly is nothing, by name, and nobody else's trouble. */
export function orTooLarge<Other = never>(price: () => Priced | Other): Priced | Other {
  try {
    return price();
  } catch (error) {
    if (!(error instanceof FormulaError) && !(error instanceof RangeError) && !(error instanceof TooLarge)) throw error;
    const place: Reason["params"] = error instanceof FormulaError ? { from: error.from, to: error.to } : {};
    return tooLarge(place);
  }
}

/** Nothing, by name: what it would be cannot be told exactly. */
export const tooLarge = (place: Reason["params"] = {}): Priced =>
  nothing({ code: "tooLarge", params: place }, "tooLarge");

function priced({ component, formulas }: CompiledComponent, env: NamedEnvironment, before: Exact): Priced {
  const { when, amount } = formulas;
  if (when !== undefined && !evaluateCondition(when, env)) return nothing(unmetReason(when, env));
  // A component with a fault in its formulas is never priced.
  if (amount === undefined) return nothing({ code: "amount.zero", params: {} });
  const value = evaluateNumber(amount, env);
  if (isMissing(value)) return nothing(undefinedReason(value), value);
  const limits = takesBack(component) ? { cap: formulas.cap } : formulas;
  return limited(value, limits, env, before) ?? rounded(value, amount, env, before);
}

/** Facts that take back, or decide what something comes to. */
const settling: readonly FactKind[] = ["creditNote", "cashRefund", "manual", "ruling"];

/** Lines of refunds, corrections and deductions, which no floor ever touches. */
const takesBack = (component: Component): boolean =>
  component.kind === "扣减" || (component.grain === "event" && settling.includes(component.on));

/** Cap and floor, where one of them decides (or has no value itself). */
function limited(
  value: Exact,
  formulas: Partial<Record<FormulaSlot, FormulaNode | undefined>>,
  env: NamedEnvironment,
  before: Exact,
): Priced | null {
  const cap = limit(formulas.cap, env);
  const floor = limit(formulas.floor, env);
  for (const one of [cap, floor]) if (one !== null && isMissing(one)) return nothing(undefinedReason(one), one);
  if (cap !== null && !isMissing(cap) && compare(value, cap) > 0)
    return atLimit(["cap", "cap.reached"], value, cap, before);
  if (floor !== null && !isMissing(floor) && compare(value, floor) < 0)
    return atLimit(["floor", "floor.applied"], value, floor, before);
  return null;
}

const limit = (node: FormulaNode | undefined, env: NamedEnvironment): Quantity | null =>
  node === undefined ? null : evaluateNumber(node, env);

function atLimit(
  [step, code]: ["cap", "cap.reached"] | ["floor", "floor.applied"],
  value: Exact,
  at: Exact,
  before: Exact,
): Priced {
  const [fromFen, toFen] = [roundToFen(value), roundToFen(at)];
  const { fen, steps } = wholeFen(at, before);
  return {
    fen,
    reason: { code, params: { fromFen, toFen: fen } },
    steps: [{ step, fromFen, toFen, params: {} }, ...steps],
    undefinedBecause: null,
    exact: at,
  };
}

function rounded(value: Exact, amount: FormulaNode, env: NamedEnvironment, before: Exact): Priced {
  const { fen, steps } = wholeFen(value, before);
  const reason = fen === 0 ? zeroReason(amount, env) : paid;
  const exactFen = value.d === 1 || (typeof value.d === "number" && 100 % value.d === 0);
  const round: TraceStep[] = exactFen ? [] : [{ step: "round", fromFen: null, toFen: roundToFen(value), params: {} }];
  return { fen, reason, steps: [...round, ...steps], undefinedBecause: null, exact: value };
}

/**
 * The one rounding of a line. Parts of a month that was cut are rounded as the sum of all parts up to this one, less what the earlier ones
 * came to: so they add up to the fen, and each is less than one fen from its exact amount.
 */
function wholeFen(value: Exact, before: Exact): { fen: Fen; steps: TraceStep[] } {
  const fen = roundToFen(add(before, value)) - roundToFen(before);
  const alone = roundToFen(value);
  const steps: TraceStep[] = fen === alone ? [] : [{ step: "remainder", fromFen: alone, toFen: fen, params: {} }];
  return { fen, steps };
}

export const undefinedReason = ({ missing, name }: Missing): Reason => ({
  code: "undefined",
  params: { name, why: missing },
});

/** A comparison with something undefined is false; where that alone decides, it is the reason, not the number. */
function unmetReason(when: FormulaNode, env: NamedEnvironment): Reason {
  const missing = mayBe(when, true, env) ? firstMissing(when, env) : null;
  if (missing === null) return { code: "condition.notMet", params: {} };
  return { code: "condition.undefined", params: { name: missing.name, why: missing.missing } };
}

/** Whether a condition could come out so if what is undefined had a value. */
function mayBe(node: FormulaNode, wanted: boolean, env: NamedEnvironment): boolean {
  switch (node.type) {
    case "not":
      return mayBe(node.of, !wanted, env);
    case "logic": {
      const sides = [node.left, node.right].map((side) => mayBe(side, wanted, env));
      return (node.sign === "且") === wanted ? sides.every(Boolean) : sides.some(Boolean);
    }
    case "comparison":
      return firstMissing(node, env) !== null || evaluateCondition(node, env) === wanted;
    default:
      return evaluateCondition(node, env) === wanted;
  }
}

/** The first side of a comparison that has no value. */
function firstMissing(node: FormulaNode, env: NamedEnvironment): Missing | null {
  switch (node.type) {
    case "not":
      return firstMissing(node.of, env);
    case "logic":
      return firstMissing(node.left, env) ?? firstMissing(node.right, env);
    case "comparison": {
      const side = [node.left, node.right].find((one) => isMissing(evaluateNumber(one, env)));
      const value = side === undefined ? null : evaluateNumber(side, env);
      if (side === undefined || value === null || !isMissing(value)) return null;
      return value.name === "" ? { ...value, name: printFormula(side) } : value;
    }
    default:
      return null;
  }
}
