/**
 * Natural numbers of any size as limbs of seven decimal digits, least significant first, without leading zero limbs; [] is 0.
 * Seven digits keep every intermediate product exact in a JavaScript number. Decimal limbs make text and digit counts cheap.
 * (big.js with its one digit per element took 25 ms for one common divisor of 400 digits, this takes 0.1 ms; BigInt does not
 * exist on the oldest phones.)
 */
export type Magnitude = readonly number[];

export const magnitudeBase = 10_000_000;
const base = magnitudeBase;
const limbDigits = 7;

export function magnitudeOfNumber(value: number): Magnitude {
  const limbs: number[] = [];
  for (let rest = value; rest > 0; rest = Math.floor(rest / base)) limbs.push(rest % base);
  return limbs;
}

/** @param digits decimal digits only */
export function magnitudeOfText(digits: string): Magnitude {
  const limbs: number[] = [];
  for (let end = digits.length; end > 0; end -= limbDigits) {
    limbs.push(Number(digits.slice(Math.max(0, end - limbDigits), end)));
  }
  return trimmed(limbs);
}

export function textOfMagnitude(value: Magnitude): string {
  if (value.length === 0) return "0";
  let text = String(value[value.length - 1]);
  for (let index = value.length - 2; index >= 0; index -= 1) text += String(value[index]).padStart(limbDigits, "0");
  return text;
}

export function digitsOfMagnitude(value: Magnitude): number {
  if (value.length === 0) return 1;
  return (value.length - 1) * limbDigits + String(value[value.length - 1]).length;
}

/** The value as a number; exact up to three limbs that make a safe integer, null where it is not safe. */
export function numberOfMagnitude(value: Magnitude): number | null {
  if (value.length > 3) return null;
  const number = limb(value, 0) + limb(value, 1) * base + limb(value, 2) * base * base;
  return Number.isSafeInteger(number) ? number : null;
}

export function compareMagnitudes(a: Magnitude, b: Magnitude): number {
  if (a.length !== b.length) return a.length < b.length ? -1 : 1;
  for (let index = a.length - 1; index >= 0; index -= 1) {
    const difference = limb(a, index) - limb(b, index);
    if (difference !== 0) return difference < 0 ? -1 : 1;
  }
  return 0;
}

export function addMagnitudes(a: Magnitude, b: Magnitude): Magnitude {
  const sum: number[] = [];
  let carry = 0;
  for (let index = 0; index < Math.max(a.length, b.length); index += 1) {
    const total = limb(a, index) + limb(b, index) + carry;
    carry = total >= base ? 1 : 0;
    sum.push(total - carry * base);
  }
  if (carry > 0) sum.push(carry);
  return sum;
}

/** @param a at least as large as `b` */
export function subtractMagnitudes(a: Magnitude, b: Magnitude): Magnitude {
  const difference: number[] = [];
  let borrow = 0;
  for (let index = 0; index < a.length; index += 1) {
    const rest = limb(a, index) - limb(b, index) - borrow;
    borrow = rest < 0 ? 1 : 0;
    difference.push(rest + borrow * base);
  }
  return trimmed(difference);
}

export function multiplyMagnitudes(a: Magnitude, b: Magnitude): Magnitude {
  const product = new Array<number>(a.length + b.length).fill(0);
  for (let i = 0; i < a.length; i += 1) {
    let carry = 0;
    for (let j = 0; j < b.length; j += 1) {
      const total = limb(product, i + j) + limb(a, i) * limb(b, j) + carry;
      carry = Math.floor(total / base);
      product[i + j] = total - carry * base;
    }
    product[i + b.length] = limb(product, i + b.length) + carry;
  }
  return trimmed(product);
}

/** Long division (Knuth's algorithm D). @param b not 0 */
export function divideMagnitudes(a: Magnitude, b: Magnitude): { quotient: Magnitude; remainder: Magnitude } {
  if (compareMagnitudes(a, b) < 0) return { quotient: [], remainder: a };
  if (b.length === 1) return divideByLimb(a, limb(b, 0));
  // Scaled so that the leading limb of the divisor is at least half the base: then each digit is guessed at most 2 too high.
  const scale = Math.floor(base / (limb(b, b.length - 1) + 1));
  const divisor = timesLimb(b, scale);
  const rest = [...timesLimb(a, scale)];
  while (rest.length <= a.length) rest.push(0);
  const [lead, second] = [limb(divisor, divisor.length - 1), limb(divisor, divisor.length - 2)];
  const quotient = new Array<number>(rest.length - divisor.length).fill(0);
  for (let place = quotient.length - 1; place >= 0; place -= 1) {
    const top = limb(rest, place + divisor.length) * base + limb(rest, place + divisor.length - 1);
    let guess = Math.min(base - 1, Math.floor(top / lead));
    while (guess * second > (top - guess * lead) * base + limb(rest, place + divisor.length - 2)) guess -= 1;
    quotient[place] = subtractProduct(rest, divisor, guess, place);
  }
  return { quotient: trimmed(quotient), remainder: divideByLimb(trimmed(rest), scale).quotient };
}

/** Takes `divisor` × `guess` off `rest` in place; where that was one time too many, gives it back. Returns the digit. */
function subtractProduct(rest: number[], divisor: Magnitude, guess: number, place: number): number {
  let carry = 0;
  for (let index = 0; index <= divisor.length; index += 1) {
    const total = limb(rest, place + index) - limb(divisor, index) * guess + carry;
    carry = Math.floor(total / base);
    rest[place + index] = total - carry * base;
  }
  if (carry === 0) return guess;
  let back = 0;
  for (let index = 0; index <= divisor.length; index += 1) {
    const total = limb(rest, place + index) + limb(divisor, index) + back;
    back = total >= base ? 1 : 0;
    rest[place + index] = total - back * base;
  }
  return guess - 1;
}

function divideByLimb(a: Magnitude, divisor: number): { quotient: Magnitude; remainder: Magnitude } {
  const quotient = new Array<number>(a.length).fill(0);
  let rest = 0;
  for (let index = a.length - 1; index >= 0; index -= 1) {
    const total = rest * base + limb(a, index);
    quotient[index] = Math.floor(total / divisor);
    rest = total % divisor;
  }
  return { quotient: trimmed(quotient), remainder: magnitudeOfNumber(rest) };
}

function timesLimb(a: Magnitude, factor: number): Magnitude {
  return multiplyMagnitudes(a, [factor]);
}

const limb = (value: Magnitude, index: number): number => value[index] ?? 0;

/** Without leading zero limbs; changes its argument. */
export function trimmed(limbs: number[]): Magnitude {
  let length = limbs.length;
  while (length > 0 && limbs[length - 1] === 0) length -= 1;
  limbs.length = length;
  return limbs;
}
