import {
  compare,
  decimal,
  divide,
  type Exact,
  equals,
  exactOfInt,
  one,
  signOfExact,
  subtract,
  sumOf,
  times,
  wholeOf,
} from "./pay/number";

/** Money in whole fen, a safe integer. */
export type Fen = number;

/** Checks that a number is whole fen; -0 becomes 0. */
export function fen(value: number): Fen {
  if (!Number.isSafeInteger(value)) throw new RangeError(`not whole fen: ${value}`);
  return value + 0;
}

const hundred = exactOfInt(100);

export const yuanOf = (amountFen: Fen): Exact => divideBy(exactOfInt(fen(amountFen)), hundred);

/** Exact yuan rounded to the fen, half a fen away from zero, so that a refund mirrors its sale; null beyond safe integers. */
export function fenOfYuan(yuan: Exact): Fen | null {
  const whole = wholeOf(times(yuan, hundred), "half");
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
  const total = sumOf(weights);
  if (signOfExact(total) === 0) return weights.map(() => 0);
  const size = exactOfInt(Math.abs(fen(amountFen)));
  const parts = weights.map((weight, index) => {
    const exact = divideBy(times(size, weight), total);
    const floor = wholeOf(exact, "cut");
    // A part is never more than the whole, which is a safe integer.
    const whole = typeof floor === "number" ? floor : 0;
    return { index, whole, rest: subtract(exact, exactOfInt(whole)) };
  });
  const missing = Math.abs(amountFen) - sumFen(parts.map((part) => part.whole));
  const byRest = [...parts].sort((a, b) => compare(b.rest, a.rest) || a.index - b.index);
  for (const part of byRest.slice(0, missing)) part.whole += 1;
  return parts.map((part) => (amountFen < 0 ? 0 - part.whole : part.whole));
}

/** The same for whole-number weights, such as the fen of credits. */
export const splitByInts = (amountFen: Fen, weights: readonly number[]): Fen[] =>
  splitByWeights(amountFen, weights.map(exactOfInt));

function divideBy(a: Exact, b: Exact): Exact {
  const quotient = divide(a, b);
  if (quotient === null) throw new RangeError("division by zero");
  return quotient;
}
