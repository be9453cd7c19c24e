import {
  addInts,
  commonDivisor,
  compareInts,
  digitsOf,
  divideInts,
  type Int,
  intOfText,
  intText,
  negated,
  signOf,
  timesInts,
} from "./int";

/** An exact number: a fraction in lowest terms with a denominator above 0. Nothing is rounded but by a function that says so. */
export interface Exact {
  readonly n: Int;
  readonly d: Int;
}

/** Beyond this many digits in numerator or denominator a calculation is refused, never rounded. */
export const digitsMax = 400;

/** The only error of arithmetic. The formula language turns it into a `FormulaError` with its place. */
export class TooLarge extends Error {
  constructor() {
    super(`a number needs more than ${digitsMax} digits`);
    this.name = "TooLarge";
  }
}

export const zero: Exact = { n: 0, d: 1 };
export const one: Exact = { n: 1, d: 1 };

function checked(n: Int, d: Int): Exact {
  if ((typeof n !== "number" && digitsOf(n) > digitsMax) || (typeof d !== "number" && digitsOf(d) > digitsMax)) {
    throw new TooLarge();
  }
  return { n, d };
}

function reduced(n: Int, d: Int): Exact {
  if (d === 1) return checked(n, d);
  if (typeof n === "number" && typeof d === "number") {
    // By far the most common case, and the heart of every calculation.
    let x = Math.abs(n);
    let y = d;
    while (y !== 0) {
      const rest = x % y;
      x = y;
      y = rest;
    }
    return x === 1 ? { n, d } : { n: n / x + 0, d: d / x };
  }
  const divisor = commonDivisor(n, d);
  return divisor === 1 ? checked(n, d) : checked(divideInts(n, divisor).quotient, divideInts(d, divisor).quotient);
}

/** A whole number of the safe range. */
export const exactOfInt = (value: number): Exact => ({ n: value + 0, d: 1 });

/** n ÷ d of whole numbers of the safe range, d above 0. */
export const exactOfRatio = (n: number, d: number): Exact => reduced(n + 0, d);

const isSafe = Number.isSafeInteger;
const decimalPattern = /^([+-]?)(\d+)(?:\.(\d+))?$/;

/** A decimal such as `0.015` or `-3`; null where the text is none. */
export function exactOfDecimal(text: string): Exact | null {
  const whole = Number(text);
  if (isSafe(whole) && String(whole) === text) return { n: whole, d: 1 };
  return exactOfLongDecimal(text);
}

function exactOfLongDecimal(text: string): Exact | null {
  const match = decimalPattern.exec(text);
  if (!match) return null;
  const [, sign = "", whole = "", fraction = ""] = match;
  if (whole.length + fraction.length > 2 * digitsMax) throw new TooLarge();
  return reduced(intOfText(`${sign === "-" ? "-" : ""}${whole}${fraction}`), powerOfTen(fraction.length));
}

/** A decimal that is known to be one, such as a rate in a published plan. */
export function decimal(text: string): Exact {
  const value = exactOfDecimal(text);
  if (value === null) throw new Error(`not a decimal: ${text}`);
  return value;
}

/** part ÷ whole of two whole numbers; null where the whole is 0, for a ratio of nothing is neither 0 nor infinite. */
export function ratioOf(part: number, whole: number): Exact | null {
  return divide(exactOfInt(part), exactOfInt(whole));
}

export function add(a: Exact, b: Exact): Exact {
  if (a.d === 1 && b.d === 1) return checked(addInts(a.n, b.n), 1);
  if (compareInts(a.d, b.d) === 0) return reduced(addInts(a.n, b.n), a.d);
  if (allSmall(a, b)) return reduced(addInts(timesInts(a.n, b.d), timesInts(b.n, a.d)), timesInts(a.d, b.d));
  // Knuth's way: common divisors are sought among the operands, never among their products, which may be twice as long.
  const common = commonDivisor(a.d, b.d);
  const [aPart, bPart] = [divideInts(a.d, common).quotient, divideInts(b.d, common).quotient];
  const sum = addInts(timesInts(a.n, bPart), timesInts(b.n, aPart));
  const rest = commonDivisor(sum, common);
  return checked(divideInts(sum, rest).quotient, timesInts(aPart, divideInts(b.d, rest).quotient));
}

const allSmall = (a: Exact, b: Exact): boolean =>
  typeof a.n === "number" && typeof a.d === "number" && typeof b.n === "number" && typeof b.d === "number";

export const negate = (a: Exact): Exact => ({ n: negated(a.n), d: a.d });

export const subtract = (a: Exact, b: Exact): Exact => add(a, negate(b));

export function times(a: Exact, b: Exact): Exact {
  if (allSmall(a, b)) return reduced(timesInts(a.n, b.n), timesInts(a.d, b.d));
  const [x, y] = [commonDivisor(a.n, b.d), commonDivisor(b.n, a.d)];
  return checked(
    timesInts(divideInts(a.n, x).quotient, divideInts(b.n, y).quotient),
    timesInts(divideInts(a.d, y).quotient, divideInts(b.d, x).quotient),
  );
}

/** a ÷ b; null where b is 0. */
export function divide(a: Exact, b: Exact): Exact | null {
  const sign = signOf(b.n);
  if (sign === 0) return null;
  return times(a, sign < 0 ? { n: negated(b.d), d: negated(b.n) } : { n: b.d, d: b.n });
}

export function compare(a: Exact, b: Exact): number {
  if (compareInts(a.d, b.d) === 0) return compareInts(a.n, b.n);
  return compareInts(timesInts(a.n, b.d), timesInts(b.n, a.d));
}

export const equals = (a: Exact, b: Exact): boolean => compare(a, b) === 0;
export const signOfExact = (a: Exact): number => signOf(a.n);
export const isZero = (a: Exact): boolean => a.n === 0;
export const absolute = (a: Exact): Exact => (signOf(a.n) < 0 ? negate(a) : a);
export const least = (a: Exact, b: Exact): Exact => (compare(b, a) < 0 ? b : a);
export const greatest = (a: Exact, b: Exact): Exact => (compare(b, a) > 0 ? b : a);

/** Numerators of the values over one common denominator: what they are in proportion to each other. */
export function proportionsOf(values: readonly Exact[]): Int[] {
  let common: Int = 1;
  for (const { d } of values) {
    if (d !== 1) common = timesInts(common, divideInts(d, commonDivisor(common, d)).quotient);
  }
  return values.map(({ n, d }) => (common === 1 ? n : timesInts(n, divideInts(common, d).quotient)));
}

export function sumOf(values: readonly Exact[]): Exact {
  return values.reduce(add, zero);
}

/** down: towards minus infinity; up: towards plus infinity; half: to the nearest, a half away from zero; cut: towards zero. */
export type RoundingMode = "down" | "up" | "half" | "cut";

/** The nearest multiple of 10^-places in the given direction. Negative places round to tens, hundreds … */
export function round(value: Exact, places: number, mode: RoundingMode): Exact {
  const scale: Exact = { n: powerOfTen(Math.abs(places)), d: 1 };
  const scaled = places >= 0 ? times(value, scale) : (divide(value, scale) ?? zero);
  const whole: Exact = checked(wholeOf(scaled, mode), 1);
  return places >= 0 ? (divide(whole, scale) ?? zero) : times(whole, scale);
}

/** The whole number that a value is rounded to. */
export function wholeOf(value: Exact, mode: RoundingMode): Int {
  const { quotient, remainder } = divideInts(value.n, value.d);
  const sign = signOf(remainder);
  if (sign === 0 || mode === "cut") return quotient;
  if (mode === "half") {
    const twice = timesInts(remainder, 2 * sign);
    return compareInts(twice, value.d) >= 0 ? addInts(quotient, sign) : quotient;
  }
  if (mode === "down") return sign < 0 ? addInts(quotient, -1) : quotient;
  return sign > 0 ? addInts(quotient, 1) : quotient;
}

/** 10^places for places of at least 0. */
const powerOfTen = (places: number): Int => smallPowers[places] ?? intOfText(`1${"0".repeat(places)}`);

const smallPowers = [1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000];

/** The value as a plain decimal where it is a finite one, else null. `1300`, `-0.015`. */
export function decimalText(value: Exact): string | null {
  if (value.d === 1) return intText(value.n);
  // Most decimals are short: the first power of ten that the denominator divides says how many places there are.
  if (typeof value.d === "number") {
    for (let places = 1; places < smallPowers.length; places += 1)
      if ((smallPowers[places] ?? 1) % value.d === 0) return fixedText(value, places, "half");
  }
  let [rest, twos, fives] = [value.d, 0, 0];
  for (let next = divideInts(rest, 5); next.remainder === 0; next = divideInts(rest, 5))
    [rest, fives] = [next.quotient, fives + 1];
  for (let next = divideInts(rest, 2); next.remainder === 0; next = divideInts(rest, 2))
    [rest, twos] = [next.quotient, twos + 1];
  return rest === 1 ? fixedText(value, Math.max(twos, fives), "half") : null;
}

/** The value with exactly so many places, rounded. */
export function fixedText(value: Exact, places: number, mode: RoundingMode): string {
  const scaled = wholeOf({ n: timesInts(value.n, powerOfTen(places)), d: value.d }, mode);
  const sign = signOf(scaled) < 0 ? "-" : "";
  const digits = intText(sign === "" ? scaled : negated(scaled)).padStart(places + 1, "0");
  return places === 0 ? sign + digits : `${sign}${digits.slice(0, -places)}.${digits.slice(-places)}`;
}

/** At most so many places, without trailing zeros. */
export function shortText(value: Exact, places: number, mode: RoundingMode = "half"): string {
  const text = fixedText(value, places, mode);
  if (places === 0) return text;
  let end = text.length;
  while (text.charAt(end - 1) === "0") end -= 1;
  return text.slice(0, text.charAt(end - 1) === "." ? end - 1 : end);
}

/** The fraction as text that says everything: `3/200`, `1500`. For hashes and receipts, not for people. */
export const fractionText = (value: Exact): string =>
  value.d === 1 ? intText(value.n) : `${intText(value.n)}/${intText(value.d)}`;

/** The number that such a text says; null where it is none. */
export function exactOfFraction(text: string): Exact | null {
  const line = text.indexOf("/");
  if (line < 0) return exactOfDecimal(text);
  const [n, d] = [exactOfDecimal(text.slice(0, line)), exactOfDecimal(text.slice(line + 1))];
  return n === null || d === null ? null : divide(n, d);
}
