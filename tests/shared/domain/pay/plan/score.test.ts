import { fractionText, ratioOf } from "@shared/domain/pay/numbers/number";
import { toImprove } from "@shared/domain/pay/plan/score";

const item = (weight: string, percent: number | null, cap?: string) => ({
  weight,
  completion: percent === null ? null : ratioOf(percent, 100),
  ...(cap && { cap }),
});
const improving = (...args: Parameters<typeof toImprove>) =>
  toImprove(...args).map(({ at, gain }) => [at, fractionText(gain)]);

describe("what of a score could be better (待改进)", () => {
  // 企业服务公司: 100 %, 80 %, 50 % and 120 % of 40/25/20/15.
  const company = [item("0.4", 100), item("0.25", 80), item("0.2", 50), item("0.15", 120)];

  it("is what lies below 100 %, what would lift the score most first", () => {
    expect(improving(company, "block")).toEqual([
      [2, "1/10"],
      [1, "1/20"],
    ]);
  });

  it("lifts it no higher than the indicator's cap", () => {
    expect(improving([item("0.5", 80, "0.9"), item("0.5", 95, "0.9")], "block")).toEqual([[0, "1/20"]]);
  });

  it("is one without a figure only where that counts as nothing", () => {
    const items = [item("0.6", null), item("0.4", 50)];
    expect(improving(items, "zero")).toEqual([
      [0, "3/5"],
      [1, "1/5"],
    ]);
    expect(improving(items, "redistribute")).toEqual([[1, "1/2"]]);
    expect(improving(items, "block")).toEqual([[1, "1/5"]]);
  });
});
