import { billNoOf, packetsOf, rewardsOfADay, rewardsPossible } from "@shared/domain/redPackets";
import { sumFen } from "@shared/domain/money";

describe("the packets of a reward", () => {
  it.each([
    [99, []],
    [100, [100]],
    [19_999, [19_999]],
    [20_000, [20_000]],
    [20_001, [19_901, 100]],
    [20_099, [19_999, 100]],
    [20_100, [20_000, 100]],
    [40_050, [20_000, 19_950, 100]],
    [50_000, [20_000, 20_000, 10_000]],
  ])("of %d fen are %j", (amountFen, packets) => {
    expect(packetsOf(amountFen)).toEqual(packets);
  });

  it("add up to the reward, each within what may be sent", () => {
    for (let amountFen = 100; amountFen < 90_000; amountFen += 37) {
      const packets = packetsOf(amountFen);
      expect(sumFen(packets)).toBe(amountFen);
      expect(Math.min(...packets)).toBeGreaterThanOrEqual(100);
      expect(Math.max(...packets)).toBeLessThanOrEqual(20_000);
    }
  });

  it("have numbers of their own, the same at each try", () => {
    expect(billNoOf("r1", 0)).toBe(billNoOf("r1", 0));
    expect(new Set([billNoOf("r1", 0), billNoOf("r1", 1), billNoOf("r2", 0), billNoOf("r", 10)]).size).toBe(4);
    expect(billNoOf("r1", 0)).toMatch(/^[0-9a-f]{28}$/);
  });
});

describe("the rewards of a day", () => {
  it.each([
    [[50_000, 50_000], [true, true], 100_000, 0],
    [[50_000, 50_001], [true, false], 50_000, 50_001],
    [[60_000, 50_000, 40_000], [true, false, true], 100_000, 50_000],
    [[], [], 0, 0],
  ])("%j go out whole or wait", (rewardsFen, isPaid, paidFen, deferredFen) => {
    expect(rewardsOfADay(rewardsFen, 100_000)).toEqual({ isPaid, paidFen, deferredFen });
  });

  it.each([
    [3, 50_000, 2],
    [3, 33_333, 3],
    [4, 20_000, 2],
    [11, 100, 0],
    [1, 100_001, 0],
  ])("of %d packets and %d fen can be %d", (packetsCount, amountFen, count) => {
    const limits = { packetsPerPersonDay: 10, perPersonDayFen: 100_000 };
    expect(rewardsPossible({ packetsCount, amountFen }, limits)).toBe(count);
  });
});
