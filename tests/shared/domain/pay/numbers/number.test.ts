import {
  add,
  compare,
  decimal,
  decimalText,
  divide,
  type Exact,
  exactOfDecimal,
  exactOfFraction,
  exactOfInt,
  fixedText,
  fractionText,
  negate,
  round,
  shortText,
  subtract,
  times,
  TooLarge,
} from "@shared/domain/pay/numbers/number";
import {
  addInts,
  commonDivisor,
  compareInts,
  digitsOf,
  divideInts,
  intOfText,
  intText,
  timesInts,
} from "@shared/domain/pay/numbers/int";
import fc from "fast-check";
import { runs } from "../support/runs";

/** Whole numbers of every size, around the edge of what a double holds as often as far beyond it. */
const bigs = fc.oneof(
  fc.bigInt({ min: -20n, max: 20n }),
  fc.bigInt({ min: -(2n ** 54n), max: 2n ** 54n }),
  fc.bigInt({ min: -(10n ** 60n), max: 10n ** 60n }),
  fc.bigInt({ min: -(10n ** 390n), max: 10n ** 390n }),
  fc.constantFrom(
    9_999_999n,
    10_000_000n,
    99_999_999_999_999n,
    9_007_199_254_740_991n,
    9_007_199_254_740_992n,
    10n ** 21n - 1n,
    10n ** 21n,
  ),
);
const int = (value: bigint) => intOfText(String(value));
const abs = (value: bigint): bigint => (value < 0n ? -value : value);
const gcd = (a: bigint, b: bigint): bigint => (b === 0n ? abs(a) : gcd(b, a % b));

describe("whole numbers of any size", () => {
  it("add, multiply and compare as they should", () => {
    fc.assert(
      fc.property(bigs, bigs, (a, b) => {
        expect([intText(addInts(int(a), int(b))), intText(timesInts(int(a), int(b)))]).toEqual([
          String(a + b),
          String(a * b),
        ]);
        expect(compareInts(int(a), int(b))).toBe(a < b ? -1 : a > b ? 1 : 0);
        expect(digitsOf(int(a))).toBe(String(abs(a)).length);
      }),
      runs,
    );
  });

  it("divide with a remainder of the sign of what is divided", () => {
    fc.assert(
      fc.property(
        bigs,
        bigs.filter((b) => b !== 0n),
        (a, b) => {
          const { quotient, remainder } = divideInts(int(a), int(b));
          expect([intText(quotient), intText(remainder)]).toEqual([String(a / b), String(a % b)]);
        },
      ),
      runs,
    );
  });

  it("find their greatest common divisor", () => {
    fc.assert(
      fc.property(bigs, bigs, bigs, (a, b, common) => {
        const [x, y] = [a * common, b * common].map((value) => value % 10n ** 390n) as [bigint, bigint];
        expect(intText(commonDivisor(int(x), int(y)))).toBe(String(gcd(x, y) || 1n));
      }),
      runs,
    );
  });

  it("never hold a minus zero", () => {
    expect(Object.is(timesInts(-5, 0), 0)).toBe(true);
    expect(Object.is(divideInts(-1, 5).quotient, 0)).toBe(true);
    expect(Object.is(intOfText("-0"), 0)).toBe(true);
  });
});

const smallBigs = fc.oneof(fc.bigInt({ min: -99n, max: 99n }), fc.bigInt({ min: -(10n ** 40n), max: 10n ** 40n }));
const fractions = fc.tuple(
  smallBigs,
  smallBigs.filter((d) => d > 0n),
);
const exact = ([n, d]: [bigint, bigint]): Exact => divide({ n: int(n), d: 1 }, { n: int(d), d: 1 }) ?? exactOfInt(0);
const isThe = (value: Exact, n: bigint, d: bigint): boolean => {
  const [a = "", b = "1"] = fractionText(value).split("/");
  return BigInt(a) * d === n * BigInt(b) && gcd(BigInt(a), BigInt(b)) === 1n;
};

describe("exact fractions", () => {
  it("add, subtract, multiply and divide without losing anything, always in lowest terms", () => {
    fc.assert(
      fc.property(fractions, fractions, (x, y) => {
        const [a, b] = [exact(x), exact(y)];
        expect(isThe(add(a, b), x[0] * y[1] + y[0] * x[1], x[1] * y[1])).toBe(true);
        expect(isThe(subtract(a, b), x[0] * y[1] - y[0] * x[1], x[1] * y[1])).toBe(true);
        expect(isThe(times(a, b), x[0] * y[0], x[1] * y[1])).toBe(true);
        const quotient = divide(a, b);
        if (y[0] === 0n) expect(quotient).toBeNull();
        else
          expect(quotient !== null && isThe(quotient, x[0] * y[1] * (y[0] < 0n ? -1n : 1n), x[1] * abs(y[0]))).toBe(
            true,
          );
        const difference = x[0] * y[1] - y[0] * x[1];
        expect(compare(a, b)).toBe(difference < 0n ? -1 : difference > 0n ? 1 : 0);
      }),
      runs,
    );
  });

  it.each([
    ["0.1 + 0.2 is 0.3", add(decimal("0.1"), decimal("0.2")), "3/10"],
    ["a third three times is 1", times(exact([1n, 3n]), exactOfInt(3)), "1"],
    ["1,500.045 keeps its half fen", times(decimal("100003"), decimal("0.015")), "300009/200"],
  ])("%s", (_name, value, text) => {
    expect(fractionText(value)).toBe(text);
  });

  it.each([
    ["half", "2.5", 0, "3"],
    ["half", "-2.5", 0, "-3"],
    ["half", "2.4999999999999999999999", 0, "2"],
    ["half", "1.005", 2, "1.01"],
    ["half", "-1.005", 2, "-1.01"],
    ["half", "1550", -2, "1600"],
    ["up", "2.01", 0, "3"],
    ["up", "-2.99", 0, "-2"],
    ["down", "-2.01", 0, "-3"],
    ["down", "2.99", 0, "2"],
    ["cut", "-2.99", 0, "-2"],
  ] as const)("rounds %s: %s at %d places is %s", (mode, value, places, expected) => {
    expect(decimalText(round(decimal(value), places, mode))).toBe(expected);
  });

  it.each([
    ["1/3", null, "0.333333"],
    ["3/200", "0.015", "0.015"],
    ["-7/8", "-0.875", "-0.875"],
    ["1300", "1300", "1300"],
    ["2/3", null, "0.666667"],
  ])("%s reads as decimal %s, cut to six places %s", (fraction, finite, six) => {
    const value = exactOfFraction(fraction) ?? exactOfInt(0);
    expect([decimalText(value), shortText(value, 6)]).toEqual([finite, six]);
  });

  it("reads back what it writes", () => {
    fc.assert(
      fc.property(fractions, (x) => {
        const text = fractionText(exact(x));
        const again = exactOfFraction(text);
        expect(again === null ? null : fractionText(again)).toBe(text);
      }),
      runs,
    );
  });

  it("refuses more than 400 digits rather than round", () => {
    const large = { n: int(10n ** 399n), d: 1 } as Exact;
    expect(fractionText(add(large, exactOfInt(1))).length).toBe(400);
    expect(() => times(large, exactOfInt(10))).toThrow(TooLarge);
    expect(() => divide(exactOfInt(1), times(times(large, exactOfInt(3)), exactOfInt(4)))).toThrow(TooLarge);
  });

  it.each(["", ".", "1.", "1e5", "0x10", "１", "1,000", " 1", "--1"])("does not take %j for a decimal", (text) => {
    expect(exactOfDecimal(text)).toBeNull();
  });

  it("writes negative amounts with all their places", () => {
    expect(fixedText(negate(decimal("0.005")), 2, "half")).toBe("-0.01");
    expect(fixedText(decimal("-0.004"), 2, "half")).toBe("0.00");
  });
});
