import {
  add,
  decimal,
  divide,
  type Exact,
  exactOfDecimal,
  isZero,
  least,
  one,
  sumOf,
  times,
  zero,
} from "../numbers/number";

export interface ScoreItem {
  weight: string;
  /** null: no value. */
  completion: Exact | null;
  /** Missing: 1.5; null: none. */
  cap?: string | null;
}

const usualCap = "1.5";

/** Up to what an indicator counts; null: it has no cap. */
export const scoreCapOf = (cap: string | null = usualCap): Exact | null => (cap === null ? null : decimal(cap));

/**
 * Σ weight × completion, each completion limited to its cap first. An item without value blocks the score (null), counts 0, or leaves
 * its weight to the others.
 */
export function weightedScore(items: readonly ScoreItem[], missing: "block" | "redistribute" | "zero"): Exact | null {
  let total = zero;
  let weights = zero;
  for (const { weight, completion, cap } of items) {
    if (completion === null) {
      if (missing === "block") return null;
      if (missing === "redistribute") continue;
    }
    const counted = completion ?? zero;
    const most = scoreCapOf(cap);
    total = add(total, times(decimal(weight), most === null ? counted : least(counted, most)));
    weights = add(weights, decimal(weight));
  }
  return missing === "redistribute" ? divide(total, weights) : total;
}

/** Weights must add up to exactly 1; three to five of them is advice. */
export function checkWeights(weights: readonly string[]): { sum: Exact; valid: boolean; countOk: boolean } {
  const sum = sumOf(weights.map((weight) => exactOfDecimal(weight) ?? zero));
  const valid = weights.length > 0 && isZero(add(sum, times(one, decimal("-1"))));
  return { sum, valid, countOk: weights.length >= 3 && weights.length <= 5 };
}
