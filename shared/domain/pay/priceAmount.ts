import { type Fen, roundToFen } from "../money";
import type { CompiledComponent, FormulaSlot } from "./compile";
import type { NamedEnvironment } from "./environment";
import {
  evaluateCondition,
  evaluateNumber,
  FormulaError,
  type FormulaNode,
  isMissing,
  type Missing,
  namesIn,
  type Quantity,
} from "./formula";
import { compare, type Exact } from "./number";
import type { Reason, TraceStep } from "./types";
import { zeroReason } from "./zeroReason";

/** What a component's formulas give: condition, amount, cap and floor, rounded once. */
export interface Priced {
  fen: Fen;
  reason: Reason;
  steps: TraceStep[];
  /** Set where the amount has no value: a closing exception. */
  undefinedBecause: Missing | "tooLarge" | null;
}

export const paid: Reason = { code: "paid", params: {} };

const nothing = (reason: Reason, undefinedBecause: Priced["undefinedBecause"] = null): Priced => ({
  fen: 0,
  reason,
  steps: [],
  undefinedBecause,
});

export function priceAmount(compiled: CompiledComponent, env: NamedEnvironment): Priced {
  try {
    return priced(compiled, env);
  } catch (error) {
    if (!(error instanceof FormulaError) && !(error instanceof RangeError)) throw error;
    const place: Reason["params"] = error instanceof FormulaError ? { from: error.from, to: error.to } : {};
    return nothing({ code: "tooLarge", params: place }, "tooLarge");
  }
}

function priced({ formulas }: CompiledComponent, env: NamedEnvironment): Priced {
  const { when, amount } = formulas;
  if (when !== undefined && !evaluateCondition(when, env)) return nothing(unmetReason(when, env));
  // A component with a fault in its formulas is never priced.
  if (amount === undefined) return nothing({ code: "amount.zero", params: {} });
  const value = evaluateNumber(amount, env);
  if (isMissing(value)) return nothing(undefinedReason(value), value);
  return limited(value, formulas, env) ?? rounded(value, amount, env);
}

/** Cap and floor, where one of them decides (or has no value itself). */
function limited(
  value: Exact,
  formulas: Partial<Record<FormulaSlot, FormulaNode>>,
  env: NamedEnvironment,
): Priced | null {
  const cap = limit(formulas.cap, env);
  const floor = limit(formulas.floor, env);
  for (const one of [cap, floor]) if (one !== null && isMissing(one)) return nothing(undefinedReason(one), one);
  if (cap !== null && !isMissing(cap) && compare(value, cap) > 0) return atLimit("cap", "cap.reached", value, cap);
  if (floor !== null && !isMissing(floor) && compare(value, floor) < 0)
    return atLimit("floor", "floor.applied", value, floor);
  return null;
}

const limit = (node: FormulaNode | undefined, env: NamedEnvironment): Quantity | null =>
  node === undefined ? null : evaluateNumber(node, env);

function atLimit(step: "cap" | "floor", code: "cap.reached" | "floor.applied", value: Exact, at: Exact): Priced {
  const [fromFen, toFen] = [roundToFen(value), roundToFen(at)];
  return {
    fen: toFen,
    reason: { code, params: { fromFen, toFen } },
    steps: [{ step, fromFen, toFen, params: {} }],
    undefinedBecause: null,
  };
}

function rounded(value: Exact, amount: FormulaNode, env: NamedEnvironment): Priced {
  const fen = roundToFen(value);
  const reason = fen === 0 ? zeroReason(amount, env) : paid;
  const exactFen = value.d === 1 || (typeof value.d === "number" && 100 % value.d === 0);
  const steps: TraceStep[] = exactFen ? [] : [{ step: "round", fromFen: null, toFen: fen, params: {} }];
  return { fen, reason, steps, undefinedBecause: null };
}

export const undefinedReason = ({ missing, name }: Missing): Reason => ({
  code: "undefined",
  params: { name, why: missing },
});

/** A comparison with something undefined is false; then that is the reason, not the number. */
function unmetReason(when: FormulaNode, env: NamedEnvironment): Reason {
  for (const name of namesIn(when)) {
    if (env.isTable(name)) continue;
    const value = env.valueOf(name);
    if (isMissing(value)) return { code: "condition.undefined", params: { name, why: value.missing } };
  }
  return { code: "condition.notMet", params: {} };
}
