import { crossesNearTarget, lagsBehind, leadsLaggingTeam, nearTarget } from "@shared/domain/alerts";
import { decimal } from "@shared/domain/pay/numbers/number";

const yuan = (amount: number) => amount * 100;

describe("near target", () => {
  it.each([
    // done, target, alert, remaining, reached
    [160_000, 200_000, true, 40_000, false],
    [159_999.99, 200_000, false, 40_000.01, false],
    [199_999.99, 200_000, true, 0.01, false],
    [200_000, 200_000, false, 0, true],
    [250_000, 200_000, false, 0, true],
    [-5_000, 200_000, false, 205_000, false],
    [160_000, 0, false, 0, false],
  ])("at %d of %d: alert %p, %d to go, reached %p", (done, target, alert, remaining, reached) => {
    const month = { doneFen: Math.round(yuan(done)), targetFen: yuan(target) };
    expect(nearTarget(month)).toEqual({ alert, remainingFen: Math.round(yuan(remaining)), reached });
  });

  it("is said once a period, also when a refund takes the rep below and a sale above again", () => {
    expect(nearTarget({ doneFen: yuan(162_000), targetFen: yuan(200_000), alreadySent: true })).toEqual({
      alert: false,
      remainingFen: yuan(38_000),
      reached: false,
    });
  });

  it("is exact where a rounded ratio would already read 80%", () => {
    const targetFen = 900_000_000_000_000;
    const edgeFen = (targetFen / 10) * 8;
    expect(nearTarget({ doneFen: edgeFen - 1, targetFen }).alert).toBe(false);
    expect(nearTarget({ doneFen: edgeFen, targetFen }).alert).toBe(true);
  });

  it.each([
    [75, 80, true],
    [79.99, 95, true],
    [80, 90, false],
    [60, 79.99, false],
    [60, 105, true],
  ])("a sale from %d to %d per cent crosses the threshold: %p", (before, after, crosses) => {
    const month = { doneBeforeFen: Math.round(before * 100), doneFen: Math.round(after * 100), targetFen: 10_000 };
    expect(crossesNearTarget(month)).toBe(crosses);
  });
});

describe("a person ahead of a lagging team", () => {
  it.each([
    ["0.9", "0.7", true],
    ["0.8999", "0.7", false],
    ["0.9", "0.7001", false],
    ["1.1", "0.95", false],
    ["0.85", "0.9", false],
  ])("person %s, team %s: %p", (person, team, alert) => {
    expect(leadsLaggingTeam({ person: decimal(person), team: decimal(team) })).toBe(alert);
  });

  it("is told once a period", () => {
    expect(leadsLaggingTeam({ person: decimal("0.93"), team: decimal("0.65"), alreadySent: true })).toBe(false);
  });

  it("is never told without a target", () => {
    expect(leadsLaggingTeam({ person: null, team: decimal("0.5") })).toBe(false);
    expect(leadsLaggingTeam({ person: decimal("0.95"), team: null })).toBe(false);
  });

  it("must be above the team even where the parameters overlap", () => {
    const rule = { personMin: decimal("0.5"), teamMax: decimal("0.7") };
    expect(leadsLaggingTeam({ person: decimal("0.6"), team: decimal("0.6") }, rule)).toBe(false);
  });
});

describe("a team behind", () => {
  const month = (workingDaysGone: number) => ({
    ...{ workingDaysGone, workingDays: 22 },
    workingDaysLeft: 22 - workingDaysGone,
  });

  it.each([
    ["10 points behind pace", "0.4", month(11), true],
    ["just less than 10 points behind pace", "0.4001", month(11), false],
    ["at 70% with 5 working days left, though on pace", "0.7", month(17), true],
    ["at 71% with 5 working days left, 6 points behind", "0.71", month(17), false],
    ["at 68% with 6 working days left, 5 points behind", "0.68", month(16), false],
    ["at 70% on the demo's 26 March", "0.7", month(19), true],
  ])("%s", (_, ratio, pace, behind) => {
    expect(lagsBehind(decimal(ratio), pace)).toBe(behind);
  });

  it("is not behind without a target or in a month without working days", () => {
    expect(lagsBehind(null, month(19))).toBe(false);
    expect(lagsBehind(decimal("0.1"), { workingDaysGone: 0, workingDays: 0, workingDaysLeft: 0 })).toBe(false);
  });
});
