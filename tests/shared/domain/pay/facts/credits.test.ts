import { creditsOf, houseAccountOf, inCreditOrder, isHouseAccount } from "@shared/domain/pay";
import { refundCredits } from "@shared/domain/pay/facts/credits";
import { SharesRefused, sumFen } from "@shared/domain/money";
import fc from "fast-check";
import { times } from "../support/runs";

const holder = (memberId: string, share: string) => ({ memberId, role: "owner" as const, share, teamId: "u3" });
const holders = [holder("xiaowang", "0.5"), holder("wanglei", "0.5")];
const fens = (credits: { fen: number }[]) => credits.map(({ fen }) => fen);

test("refunds in any number of parts take from each what one refund of their sum would take", () => {
  const sale = creditsOf(300, holders);
  expect(fens(sale)).toEqual([150, 150]);
  const [first, second] = [refundCredits(sale, 0, 1), refundCredits(sale, 1, 1)];
  expect(fens(refundCredits(sale, 0, 2))).toEqual([-1, -1]);
  expect(fens(first).map((fen, at) => fen + (fens(second)[at] ?? 0))).toEqual([-1, -1]);
});

describe("the credits of a sale", () => {
  it.each([
    [1, ["0.5", "0.5"], [1, 0]],
    [100, ["0.7", "0.3"], [70, 30]],
    [100, ["0.333", "0.333", "0.334"], [34, 33, 33]],
    [-1, ["0.5", "0.5"], [-1, 0]],
    [0, ["0.5", "0.5"], [0, 0]],
    [10_000_001, ["1"], [10_000_001]],
  ])("of %d fen by %j are %j", (amountFen, shares, expected) => {
    const listed = shares.map((share, index) => holder(`m${index}`, share));
    expect(fens(creditsOf(amountFen, inCreditOrder(listed)))).toEqual(expected);
  });

  it.each([["0.5"], ["0.5", "0.49"], ["0.5", "0.500001"], ["1.1", "-0.1"], ["1", "0.01"], []])(
    "are refused where the shares are %j",
    (...shares) => {
      const listed = shares.map((share, index) => holder(`m${index}`, share));
      if (listed.length === 0) expect(creditsOf(100, listed)).toEqual([]);
      else expect(() => creditsOf(100, listed)).toThrow(SharesRefused);
    },
  );

  it("join what one holds twice, such as the house for two who have left", () => {
    const house = houseAccountOf("u3");
    expect(isHouseAccount(house)).toBe(true);
    expect(creditsOf(100, [holder(house, "0.2"), holder("m1", "0.5"), holder(house, "0.3")])).toEqual([
      { ...holder(house, "0.5"), fen: 50 },
      { ...holder("m1", "0.5"), fen: 50 },
    ]);
  });

  it("add up to the sale for 1 to 97 people, whatever the order that they are listed in", () => {
    const people = fc
      .integer({ min: 1, max: 97 })
      .chain((count) =>
        fc.tuple(
          fc.integer({ min: -1_000_000_000, max: 1_000_000_000 }),
          fc.array(fc.integer({ min: 1, max: 1_000 }), { minLength: count, maxLength: count }),
          fc.integer(),
        ),
      );
    fc.assert(
      fc.property(people, ([amountFen, weights, seed]) => {
        const shares = wholeShares(weights);
        const listed = shares.map((share, index) => holder(`m${index}`, share));
        const turned = [
          ...listed.slice(Math.abs(seed) % listed.length),
          ...listed.slice(0, Math.abs(seed) % listed.length),
        ];
        const credits = creditsOf(amountFen, inCreditOrder(listed));
        expect(sumFen(fens(credits))).toBe(amountFen);
        expect(creditsOf(amountFen, inCreditOrder(turned))).toEqual(credits);
        // Nobody is off by a whole fen.
        for (const { share, fen } of credits) expect(Math.abs(fen - amountFen * Number(share))).toBeLessThan(1.001);
      }),
      times(300),
    );
  });
});

/** Decimals in proportion to the weights that add up to exactly 1. */
function wholeShares(weights: readonly number[]): string[] {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const parts = weights.map((weight) => Math.floor((weight * 1_000_000) / total));
  parts[0] = (parts[0] ?? 0) + 1_000_000 - parts.reduce((sum, part) => sum + part, 0);
  return parts.map((part) => (part / 1_000_000).toFixed(6));
}
