import {
  addMagnitudes,
  compareMagnitudes,
  digitsOfMagnitude,
  divideMagnitudes,
  type Magnitude,
  magnitudeOfNumber,
  magnitudeOfText,
  multiplyMagnitudes,
  numberOfMagnitude,
  subtractMagnitudes,
  textOfMagnitude,
} from "./magnitude";
import { divisorOfMagnitudes } from "./magnitudeDivisor";

interface LargeInt {
  readonly negative: boolean;
  readonly magnitude: Magnitude;
}

/** A whole number of any size: a safe integer wherever it fits (never -0), else sign and magnitude. */
export type Int = number | LargeInt;

const isSafe = Number.isSafeInteger;

function wide(value: Int): LargeInt {
  if (typeof value !== "number") return value;
  return { negative: value < 0, magnitude: magnitudeOfNumber(Math.abs(value)) };
}

function narrow(negative: boolean, magnitude: Magnitude): Int {
  const small = numberOfMagnitude(magnitude);
  if (small === null) return { negative, magnitude };
  return negative ? 0 - small : small;
}

/** @param digits decimal digits, with or without a minus sign in front */
export function intOfText(digits: string): Int {
  if (digits.length <= 15) return Number(digits) + 0;
  const negative = digits.startsWith("-");
  return narrow(negative, magnitudeOfText(negative ? digits.slice(1) : digits));
}

export function intText(value: Int): string {
  if (typeof value === "number") return String(value);
  return (value.negative ? "-" : "") + textOfMagnitude(value.magnitude);
}

export function digitsOf(value: Int): number {
  return typeof value === "number" ? String(Math.abs(value)).length : digitsOfMagnitude(value.magnitude);
}

export function signOf(value: Int): number {
  if (typeof value !== "number") return value.negative ? -1 : 1;
  return value > 0 ? 1 : value < 0 ? -1 : 0;
}

export function negated(value: Int): Int {
  return typeof value === "number" ? 0 - value : { negative: !value.negative, magnitude: value.magnitude };
}

// Two safe integers whose sum or product lies in the safe range were added or multiplied without rounding: a true result
// outside of that range would have been rounded to something outside of it.
export function addInts(a: Int, b: Int): Int {
  if (typeof a === "number" && typeof b === "number") {
    const sum = a + b;
    if (isSafe(sum)) return sum;
  }
  const [x, y] = [wide(a), wide(b)];
  if (x.negative === y.negative) return narrow(x.negative, addMagnitudes(x.magnitude, y.magnitude));
  return compareMagnitudes(x.magnitude, y.magnitude) >= 0
    ? narrow(x.negative, subtractMagnitudes(x.magnitude, y.magnitude))
    : narrow(y.negative, subtractMagnitudes(y.magnitude, x.magnitude));
}

export function timesInts(a: Int, b: Int): Int {
  if (typeof a === "number" && typeof b === "number") {
    const product = a * b;
    if (isSafe(product)) return product + 0;
  }
  const [x, y] = [wide(a), wide(b)];
  return narrow(x.negative !== y.negative, multiplyMagnitudes(x.magnitude, y.magnitude));
}

/** The quotient cut towards zero, and what is left, which has the sign of `a`. @param b not 0 */
export function divideInts(a: Int, b: Int): { quotient: Int; remainder: Int } {
  if (typeof a === "number" && typeof b === "number") {
    const remainder = (a % b) + 0;
    return { quotient: (a - remainder) / b + 0, remainder };
  }
  const [x, y] = [wide(a), wide(b)];
  const { quotient, remainder } = divideMagnitudes(x.magnitude, y.magnitude);
  return { quotient: narrow(x.negative !== y.negative, quotient), remainder: narrow(x.negative, remainder) };
}

export function compareInts(a: Int, b: Int): number {
  if (typeof a === "number" && typeof b === "number") return a < b ? -1 : a > b ? 1 : 0;
  const [x, y] = [wide(a), wide(b)];
  if (x.negative !== y.negative) return x.negative ? -1 : 1;
  return compareMagnitudes(x.magnitude, y.magnitude) * (x.negative ? -1 : 1);
}

/** Greatest common divisor, at least 1. */
export function commonDivisor(a: Int, b: Int): Int {
  if (a === 0 || b === 0) return a === b ? 1 : positive(a === 0 ? b : a);
  if (typeof a === "number" && typeof b === "number") return divisorOfNumbers(Math.abs(a), Math.abs(b));
  // One small number: the other shrinks to its size in one step.
  if (typeof a === "number") return commonDivisor(a, divideInts(b, a).remainder);
  if (typeof b === "number") return commonDivisor(b, divideInts(a, b).remainder);
  return narrow(false, divisorOfMagnitudes(a.magnitude, b.magnitude));
}

const positive = (value: Int): Int => (signOf(value) < 0 ? negated(value) : value);

function divisorOfNumbers(a: number, b: number): number {
  let [x, y] = [a, b];
  while (y !== 0) [x, y] = [y, x % y];
  return x;
}
