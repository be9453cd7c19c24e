import { handoverHolders, handoverPartOn, usualHandoverParts } from "@shared/domain/handoverShares";
import { creditsOf } from "@shared/domain/pay";
import { refundCredits } from "@shared/domain/pay/facts/credits";

const schedule = { from: "2026-01-31", to: "2026-05-15", parts: usualHandoverParts };

describe("who has which part during a handover", () => {
  it.each([
    ["2026-01-30", "1", "0"],
    ["2026-01-31", "0.7", "0.3"],
    ["2026-02-27", "0.7", "0.3"],
    ["2026-02-28", "0.5", "0.5"],
    ["2026-03-30", "0.5", "0.5"],
    ["2026-03-31", "0.3", "0.7"],
    ["2026-05-15", "0.3", "0.7"],
    ["2026-05-16", "0", "1"],
  ])("on %s is %s and %s", (day, old, taken) => {
    expect(handoverPartOn(schedule, day)).toEqual({ old, new: taken });
  });

  const people = { old: { memberId: "zhang", teamId: "a" }, new: { memberId: "li", teamId: "b" } };

  it("gives what is left of a fen to whoever hands over", () => {
    const credits = creditsOf(1, handoverHolders(schedule, "2026-03-01", people));
    expect(credits.map(({ memberId, fen }) => [memberId, fen])).toEqual([
      ["zhang", 1],
      ["li", 0],
    ]);
  });

  it("takes a refund from those who had the sale, to the fen", () => {
    const credits = creditsOf(10_001, handoverHolders(schedule, "2026-02-10", people));
    const taken = refundCredits(credits, 0, 10_001);
    expect(credits.map(({ fen }) => fen)).toEqual([7_001, 3_000]);
    expect(taken.map(({ fen }) => fen)).toEqual([-7_001, -3_000]);
  });
});
