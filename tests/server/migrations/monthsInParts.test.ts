import { monthsInParts } from "../../../server/migrations/0011-months-in-parts";
import { differencesOf } from "../../../server/migrations/upgrade/differences";

const month = (...lines: [id: string, amountFen: number][]) => ({
  lines: lines.map(([id, amountFen]) => ({ id, amountFen })),
  totals: { amountFen: lines.reduce((sum, [, amountFen]) => sum + amountFen, 0) },
});
const announced = (before: ReturnType<typeof month>, after: ReturnType<typeof month>) =>
  differencesOf({ memberId: "xiaoli", period: "2026-03" }, before, after).map(
    (difference) => monthsInParts.announces?.covers(difference) ?? false,
  );

describe("the upgrade to months in parts announces", () => {
  it("a month whose parts have paid a fixed amount once each, the total and single orders too", () => {
    const before = month(["fixed@2026-03-01", 500_000], ["fixed@2026-03-16", 500_000], ["each:s1", 1]);
    const after = month(["fixed@2026-03-01", 241_935], ["fixed@2026-03-16", 258_065], ["each:s1", 2]);
    expect(announced(before, after)).toEqual([true, true, true, true]);
  });

  it("a month that is whole again", () => {
    const before = month(["bonus@2026-03-01", 50_000], ["bonus@2026-03-16", 60_000]);
    expect(announced(before, month(["bonus", 220_000]))).toEqual([true, true, true, true]);
  });

  it("nothing of a month that nobody has cut", () => {
    expect(announced(month(["fixed", 500_000]), month(["fixed", 500_001]))).toEqual([false, false]);
  });
});
