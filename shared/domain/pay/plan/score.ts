import {
  add,
  compare,
  decimal,
  divide,
  type Exact,
  exactOfDecimal,
  isZero,
  least,
  one,
  signOfExact,
  subtract,
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

/**
 * What of a score could be better (待改进): the indicators below 100 %, each with what the score would gain if it got there, the most first.
 * One without a value counts where it counts as 0.
 */
export function toImprove(
  items: readonly ScoreItem[],
  missing: "block" | "redistribute" | "zero",
): { at: number; gain: Exact }[] {
  const weights = sumOf(
    items.flatMap(({ weight, completion }) =>
      completion === null && missing === "redistribute" ? [] : decimal(weight),
    ),
  );
  const gains = items.flatMap(({ weight, completion, cap }, at) => {
    if (completion === null && missing !== "zero") return [];
    const most = scoreCapOf(cap);
    const short = subtract(most === null ? one : least(one, most), completion ?? zero);
    const gain = signOfExact(short) > 0 ? divide(times(decimal(weight), short), weights) : null;
    return gain === null ? [] : [{ at, gain }];
  });
  return gains.sort((a, b) => compare(b.gain, a.gain) || a.at - b.at);
}

/** Weights must add up to exactly 1; three to five of them is advice. */
export function checkWeights(weights: readonly string[]): { sum: Exact; valid: boolean; countOk: boolean } {
  const sum = sumOf(weights.map((weight) => exactOfDecimal(weight) ?? zero));
  const valid = weights.length > 0 && isZero(add(sum, times(one, decimal("-1"))));
  return { sum, valid, countOk: weights.length >= 3 && weights.length <= 5 };
}
