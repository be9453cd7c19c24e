import { againstAverageNeeded, againstHistory, againstMarket, overloaded } from "@shared/domain/targetDoubts";
import { decimal } from "@shared/domain/pay/numbers/number";
import { factorJump, rateJumpFen } from "@shared/domain/pay/plan/jump";
import { lacksStackingRule, meetsNeed } from "@shared/domain/pay/plan/ruleGaps";
import { singleValueOf } from "@shared/domain/toldValues";

describe("a person's target", () => {
  it.each([
    [19_999, true],
    [20_000, false],
    [20_001, false],
  ])("of %d fen where everybody has to bring 100,000 is far below that: %s", (personFen, isFarBelow) => {
    expect(againstAverageNeeded(1_000_000, 10, personFen)).toEqual({ averageNeededFen: 100_000, isFarBelow });
  });

  it("is compared with the exact average, not with the one that is printed", () => {
    // A third of 100 fen is 33.33…, and 20 % of it 6.66….
    expect(againstAverageNeeded(100, 3, 7)).toEqual({ averageNeededFen: 33, isFarBelow: false });
    expect(againstAverageNeeded(100, 3, 6)?.isFarBelow).toBe(true);
  });

  it("has no average where nobody is", () => {
    expect(againstAverageNeeded(100, 0, 1)).toBeNull();
  });

  it.each([
    [129_999, -1, false],
    [130_000, 0, false],
    [130_001, 1, true],
  ])("of %d fen is by %d above what the market brings", (targetFen, aboveMarketFen, isAbove) => {
    expect(againstMarket(100_000, decimal("0.3"), targetFen)).toEqual({ marketFen: 130_000, aboveMarketFen, isAbove });
  });

  it.each([
    [99_999, true],
    [100_000, false],
    [100_001, false],
  ])("of %d fen is below a result of 100,000: %s", (targetFen, isBelow) => {
    expect(againstHistory(100_000, targetFen).isBelow).toBe(isBelow);
  });

  it("has no ratio to a year in which there was nothing", () => {
    expect(againstHistory(0, 1)).toEqual({ ratio: null, isBelow: false });
  });
});

it.each([
  [[30, 20, 10], []],
  [[31, 20, 9], [0]],
  [[0, 0], []],
])("of customers %j too many have those at %j", (counts, positions) => {
  expect(overloaded(counts, decimal("1.5")).positions).toEqual(positions);
});

describe("the step at an edge", () => {
  it("changes the whole amount", () => {
    expect(factorJump(100_000_000, decimal("0"), decimal("0.8"))).toEqual({
      ...{ belowFen: 0, atFen: 80_000_000, jumpFen: 80_000_000 },
    });
    expect(factorJump(1, decimal("0.4"), decimal("0.5")).jumpFen).toBe(1);
  });

  it("of rates is one amount, rounded once", () => {
    expect(rateJumpFen(10_000_000, decimal("0.01"), decimal("0.015"))).toBe(50_000);
    expect(rateJumpFen(100, decimal("0.004"), decimal("0.008"))).toBe(0);
    expect(rateJumpFen(100, decimal("0.004"), decimal("0.009"))).toBe(1);
  });
});

it("rules need a word on how they go together from the second one on", () => {
  expect([lacksStackingRule(["a"], null), lacksStackingRule(["a", "b"], null)]).toEqual([false, true]);
  expect(lacksStackingRule(["a", "b"], "best")).toBe(false);
});

it("a need is met from exactly what was asked for on", () => {
  const met = (offered: string) => meetsNeed(decimal(offered), decimal("0.05"));
  expect([met("0.049999"), met("0.05"), met("0.050001")]).toEqual([false, true, true]);
});

it("of several values that were told none is picked unless all agree", () => {
  expect(singleValueOf(["0.9", "0.90"].map(decimal))).toEqual(decimal("0.9"));
  expect(singleValueOf(["0.9", "0.91"].map(decimal))).toBeNull();
  expect(singleValueOf([])).toBeNull();
});
