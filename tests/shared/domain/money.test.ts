import {
  fen,
  fenOfYuan,
  fenOfYuanText,
  roundToFen,
  SharesRefused,
  split,
  splitByInts,
  splitByWeights,
  sumFen,
  yuanOf,
} from "@shared/domain/money";
import { decimal, exactOfInt, fractionText, times } from "@shared/domain/pay/numbers/number";
import fc from "fast-check";
import { runs } from "./pay/support/runs";

const amounts = fc.oneof(
  fc.integer({ min: -300, max: 300 }),
  fc.integer({ min: -900_000_000_000_000, max: 900_000_000_000_000 }),
);

/** 1 to 97 decimal shares that add up to exactly 1. */
const shares = fc.array(fc.integer({ min: 0, max: 1_000_000 }), { minLength: 0, maxLength: 96 }).map((parts) => {
  let rest = 1_000_000_000;
  const taken = parts.map((part) => {
    const share = Math.min(part * 100, rest);
    rest -= share;
    return share;
  });
  return [...taken, rest].map((billionths) => `0.${String(billionths).padStart(9, "0")}`.replace("0.1000000000", "1"));
});

describe("money", () => {
  it("is whole fen: a fraction is refused, -0 is 0", () => {
    expect(() => fen(0.5)).toThrow(RangeError);
    expect(() => fen(Number.MAX_SAFE_INTEGER + 1)).toThrow(RangeError);
    expect(Object.is(fen(-0), 0)).toBe(true);
  });

  it.each([
    ["0.005", 1],
    ["-0.005", -1],
    ["0.0049999999999999999999", 0],
    ["1500.045", 150_005],
    ["-1500.045", -150_005],
    ["9000000000000.004", 900_000_000_000_000],
  ])("rounds %s yuan to %d fen", (yuan, expected) => {
    expect(roundToFen(decimal(yuan))).toBe(expected);
  });

  it("rounds a refund like its sale", () => {
    fc.assert(
      fc.property(amounts, fc.integer({ min: 1, max: 99_999 }), (amount, rate) => {
        const commission = (fenAmount: number) =>
          roundToFen(times(yuanOf(fenAmount), decimal(`0.${String(rate).padStart(5, "0")}`)));
        expect(commission(0 - amount)).toBe(0 - commission(amount));
      }),
      runs,
    );
  });

  it("gives no amount beyond what whole fen can hold", () => {
    expect(fenOfYuan(times(exactOfInt(Number.MAX_SAFE_INTEGER), exactOfInt(2)))).toBeNull();
    expect(() => roundToFen(exactOfInt(Number.MAX_SAFE_INTEGER))).toThrow(RangeError);
  });

  it.each([
    ["1300.5", 130_050],
    ["-0.01", -1],
    ["+3", 300],
    ["1.005", null],
    ["1e3", null],
    ["", null],
    ["12345678901234", null],
  ])("reads %j as %s fen", (text, expected) => {
    expect(fenOfYuanText(text)).toBe(expected);
  });

  it("is exact yuan on the way in", () => {
    expect(fractionText(yuanOf(150_005))).toBe("30001/20");
    expect(sumFen([1, -1, 5])).toBe(5);
  });
});

describe("a split", () => {
  it("adds up to the amount, for 1 to 97 people", () => {
    fc.assert(
      fc.property(amounts, shares, (amount, parts) => {
        expect(sumFen(split(amount, parts))).toBe(amount);
      }),
      runs,
    );
  });

  it("of a refund mirrors that of the amount", () => {
    fc.assert(
      fc.property(amounts, shares, (amount, parts) => {
        expect(split(0 - amount, parts)).toEqual(split(amount, parts).map((part) => 0 - part + 0));
      }),
      runs,
    );
  });

  it("gives nobody more than one fen beside the exact part", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 1_000_000_000 }),
        fc.array(fc.nat(1000), { minLength: 1, maxLength: 20 }),
        (amount, weights) => {
          const total = weights.reduce((sum, weight) => sum + weight, 0);
          const parts = splitByInts(amount, weights);
          const off = parts.map((part, index) =>
            total === 0 ? 0 : Math.abs(part * total - amount * (weights[index] ?? 0)),
          );
          expect(Math.max(0, ...off)).toBeLessThan(Math.max(total, 1));
        },
      ),
      runs,
    );
  });

  it.each([
    ["三人平分，一分不丢", 10_001, ["0.3333333333", "0.3333333333", "0.3333333334"], [3_334, 3_333, 3_334]],
    ["浮点加不到一的份额", 123_456, ["0.7268", "0.1093", "0.0273", "0.1366"], [89_728, 13_494, 3_370, 16_864]],
    ["一分钱给小数最大的人", 1, ["0.3", "0.4", "0.3"], [0, 1, 0]],
    ["平手给先列的人", 1, ["0.5", "0.5"], [1, 0]],
    ["负数平手也给先列的人", -1, ["0.5", "0.5"], [-1, 0]],
  ])("%s", (_name, amount, parts, expected) => {
    expect(split(amount, parts)).toEqual(expected);
  });

  it.each([[["0.7", "0.4"]], [["0.3333", "0.3333", "0.3333"]], [["1.5", "-0.5"]], [[]]])(
    "refuses the shares %j",
    (parts) => {
      expect(() => split(100, parts)).toThrow(SharesRefused);
    },
  );

  it("leaves an amount undivided where nobody has any weight", () => {
    expect(splitByInts(100, [0, 0])).toEqual([0, 0]);
  });

  it("divides in proportion to fractions with different denominators", () => {
    expect(splitByWeights(100, [decimal("0.5"), decimal("0.25"), decimal("0.25")])).toEqual([50, 25, 25]);
  });
});
