import { addInts, compareInts, divideInts, type Int, signOf, timesInts } from "./pay/numbers/int";
import {
  decimal,
  type Exact,
  equals,
  exactOfRatio,
  one,
  proportionsOf,
  signOfExact,
  sumOf,
  wholeOf,
} from "./pay/numbers/number";

/** Money in whole fen, a safe integer. */
export type Fen = number;

/** Checks that a number is whole fen; -0 becomes 0. */
export function fen(value: number): Fen {
  if (!Number.isSafeInteger(value)) throw new RangeError(`not whole fen: ${value}`);
  return value + 0;
}

export const yuanOf = (amountFen: Fen): Exact => exactOfRatio(fen(amountFen), 100);

/** Exact yuan rounded to the fen, half a fen away from zero, so that a refund mirrors its sale; null beyond safe integers. */
export function fenOfYuan(yuan: Exact): Fen | null {
  const whole = wholeOf({ n: timesInts(yuan.n, 100), d: yuan.d }, "half");
  return typeof whole === "number" ? whole : null;
}

/** The same, where an amount beyond safe integers is a `RangeError`. */
export function roundToFen(yuan: Exact): Fen {
  const rounded = fenOfYuan(yuan);
  if (rounded === null) throw new RangeError("an amount beyond exact fen");
  return rounded;
}

/** An amount in yuan as a person or a file writes it, `1300.5`; null where it is no decimal with at most two places. */
export function fenOfYuanText(text: string): Fen | null {
  return /^[+-]?\d{1,13}(\.\d{1,2})?$/.test(text) ? roundToFen(decimal(text)) : null;
}

export const sumFen = (amounts: readonly Fen[]): Fen => amounts.reduce((sum, amount) => fen(sum + amount), 0);

/** What amounts come to in yuan: also where that is more than a safe integer of fen. */
export function yuanSum(amounts: readonly Fen[]): Exact {
  let sum: Fen = 0;
  for (const amount of amounts) {
    sum += fen(amount);
    if (!Number.isSafeInteger(sum)) return sumOf(amounts.map(yuanOf));
  }
  return yuanOf(sum);
}

/** Shares that do not add up to exactly 1, or one below 0. */
export class SharesRefused extends Error {
  constructor() {
    super("shares must be at least 0 and add up to exactly 1");
    this.name = "SharesRefused";
  }
}

/**
 * Divides an amount by shares, which are decimals that add up to exactly 1, else `SharesRefused`. The parts come in the order of the
 * shares and add up to the amount; a negative amount is the mirror image of the positive one. Ties go to the first listed.
 */
export function split(amountFen: Fen, shares: readonly string[]): Fen[] {
  const exact = shares.map(decimal);
  if (exact.some((share) => signOfExact(share) < 0) || !equals(sumOf(exact), one)) throw new SharesRefused();
  return splitByWeights(amountFen, exact);
}

/**
 * Divides an amount in proportion to weights of at least 0 that need not add up to anything, by largest remainder. Where all weights
 * are 0 (or none is given) every part is 0: the amount stays undivided.
 */
export function splitByWeights(amountFen: Fen, weights: readonly Exact[]): Fen[] {
  return splitInProportion(amountFen, proportionsOf(weights));
}

function splitInProportion(amountFen: Fen, weights: readonly Int[]): Fen[] {
  const total = weights.reduce(addInts, 0);
  if (signOf(total) === 0) return weights.map(() => 0);
  const size = Math.abs(fen(amountFen));
  let missing = size;
  const parts = weights.map((weight, index) => {
    const { quotient, remainder } = divideInts(timesInts(size, weight), total);
    // A part is never more than the whole, which is a safe integer.
    const whole = typeof quotient === "number" ? quotient : 0;
    missing -= whole;
    return { index, whole, remainder };
  });
  if (missing > 0) {
    const byRest = [...parts].sort((a, b) => compareInts(b.remainder, a.remainder) || a.index - b.index);
    for (const part of byRest.slice(0, missing)) part.whole += 1;
  }
  return parts.map((part) => (amountFen < 0 ? 0 - part.whole : part.whole));
}

/** The same for whole-number weights, such as the fen of credits. */
export const splitByInts = (amountFen: Fen, weights: readonly number[]): Fen[] => splitInProportion(amountFen, weights);
