import { doubtsOf, mayExplain, paidInMonth, stateBy } from "@shared/domain/checkInReview";

const decideUntil = new Date("2026-04-02T09:00:00+08:00");
const afterMs = (ms: number) => new Date(decideUntil.getTime() + ms);

it("can be decided on until the last instant", () => {
  expect(stateBy({ state: "open", decideUntil }, decideUntil)).toBe("open");
});

it("is decided by nobody from then on, also before the hourly run has said so", () => {
  expect(stateBy({ state: "open", decideUntil }, afterMs(1))).toBe("lapsed");
});

it("stays as it was decided the first time where no second person has looked in time", () => {
  expect(stateBy({ state: "appealed", decideUntil }, afterMs(1))).toBe("rejected");
});

it.each(["accepted", "rejected", "mended", "lapsed"] as const)("stays %s, however late it is", (state) => {
  expect(stateBy({ state, decideUntil }, afterMs(1))).toBe(state);
});

describe("what its rep may say about a check-in", () => {
  const checkedInAt = new Date("2026-03-26T09:00:00+08:00");
  const at = (hours: number) => new Date(checkedInAt.getTime() + hours * 3_600_000);

  it.each([
    ["far away, up to seven days later", "outside", null, 168, true],
    ["far away, after that", "outside", null, 168.001, false],
    ["far away, while somebody is to decide", "outside", "open", 200, true],
    ["far away, where nobody has decided", "outside", "lapsed", 400, true],
    ["without a position, where nobody has decided", "unverified", "lapsed", 400, true],
    ["in doubt, where nobody has decided and it counts", "doubtful", "lapsed", 400, false],
    ["at the client, where nobody is asked", "inside", null, 1, false],
    ["far away, where somebody has decided", "outside", "rejected", 1, false],
  ] as const)("is said of one %s", (_what, verdict, state, hours, may) => {
    expect(mayExplain({ verdict, state, checkedInAt }, at(hours))).toBe(may);
  });
});

it.each([
  [2_000, 18, ["outside"]],
  [215, 18, ["edge"]],
  [218, 18, ["edge"]],
  [218.1, 18, ["outside"]],
  [2_000, 0, ["noAccuracy"]],
] as const)(
  "says of a check-in %s m away, exact to %s m, why it does not count as it is",
  (distanceM, accuracyM, why) => {
    const at = new Date("2026-03-26T09:00:00+08:00");
    const times = { timeKind: "anchored", tappedAt: at, checkedInAt: at, receivedAt: at } as const;
    expect(doubtsOf({ distanceM, accuracyM, radiusM: 200, fixKind: "live", ...times })).toEqual(why);
  },
);

describe("the month of its pay", () => {
  it.each([
    ["the last millisecond of its month", "2026-03-31T23:59:59.999+08:00", null],
    ["the first instant of the next", "2026-04-01T00:00:00+08:00", "2026-03"],
  ])("is named where it may be decided until %s, or not", (_, until, month) => {
    expect(paidInMonth({ on: "2026-03-26", decideUntil: new Date(until) })).toBe(month);
  });
});
