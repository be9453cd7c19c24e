import {
  type CheckInVerdict,
  type Fix,
  judgeCheckIn,
  judgeDistance,
  judgeTapTime,
  type ReviewState,
  saysAgain,
  standingOfDay,
} from "@shared/domain/checkIn";
import { distanceM } from "@shared/domain/geo";

const pin = { latDeg: 23.1291, lngDeg: 113.2644, radiusM: 200 };
const rules = { accuracyMaxM: 100, accuracyCeilingM: 500 };
const mPerDegLat = distanceM({ latDeg: 23, lngDeg: 113 }, { latDeg: 24, lngDeg: 113 });
const north = (meters: number, more: Partial<Fix> = {}): Fix => ({
  latDeg: pin.latDeg + meters / mPerDegLat,
  lngDeg: pin.lngDeg,
  accuracyM: 18,
  kind: "live",
  ...more,
});

describe("meters against meters, edges inclusive", () => {
  it.each([
    [0, 0, "inside"],
    [200, 100, "inside"],
    [200, 100.1, "doubtful"],
    [200.1, 30, "doubtful"],
    [215, 30, "doubtful"], // V148
    [230, 30, "doubtful"],
    [230.1, 30, "outside"],
    [2_400, 30, "outside"], // V149
    [50, 500, "doubtful"],
    [50, 500.1, "unverified"],
    [9_000, 501, "unverified"],
  ])("%d m away, %d m accurate: %s", (distance, accuracyM, verdict) => {
    expect(judgeDistance(distance, accuracyM, 200, rules)).toBe(verdict);
  });

  // By how exact a fix is: what it is at the pin, a millimeter before the radius, on it, behind it, and the same at radius + accuracy.
  const byExactness: [string, number[], CheckInVerdict[]][] = [
    ["a good fix", [1, 30, 99.9, 100], ["inside", "inside", "inside", "doubtful", "doubtful", "doubtful", "outside"]],
    ["a poor fix", [100.1, 250, 499.9, 500], [...Array<CheckInVerdict>(6).fill("doubtful"), "outside"]],
    ["a blurred fix", [500.1, 3_000], Array<CheckInVerdict>(7).fill("unverified")],
  ];
  const aMillimeter = 0.001;
  const places = (radiusM: number, accuracyM: number): [string, number][] => [
    ["at the pin", 0],
    ["just inside the radius", radiusM - aMillimeter],
    ["on the radius", radiusM],
    ["just beyond the radius", radiusM + aMillimeter],
    ["just inside radius + accuracy", radiusM + accuracyM - aMillimeter],
    ["on radius + accuracy", radiusM + accuracyM],
    ["just beyond radius + accuracy", radiusM + accuracyM + aMillimeter],
  ];
  const cases = [50, 200, 1_000].flatMap((radiusM) =>
    byExactness.flatMap(([fix, accuracies, verdicts]) =>
      accuracies.flatMap((accuracyM) =>
        places(radiusM, accuracyM).map(([place, distance], at) => ({
          ...{ fix, accuracyM, radiusM, place, distance },
          verdict: verdicts[at],
        })),
      ),
    ),
  );

  it.each(cases)("$fix of $accuracyM m $place of $radiusM m: $verdict", ({ distance, accuracyM, radiusM, verdict }) => {
    expect(judgeDistance(distance, accuracyM, radiusM, rules)).toBe(verdict);
  });

  it("does not judge accuracy where the company does not want it", () => {
    expect(judgeDistance(150, 400, 200, { ...rules, accuracyMaxM: null })).toBe("inside");
  });
});

describe("a check-in at a client", () => {
  it("counts at the client's door", () => {
    const { verdict, distanceM: distance } = judgeCheckIn(north(86), pin);
    expect(verdict).toBe("inside");
    expect(Math.round(distance ?? 0)).toBe(86);
  });

  const unverifiable: [string, Fix | null][] = [
    ["no fix", null],
    ["0,0", { latDeg: 0, lngDeg: 0, accuracyM: 5, kind: "live" }],
    ["a fix that does not say how exact it is", north(10, { accuracyM: null })],
    ["a fix that claims to be exact to 0 m", north(10, { accuracyM: 0 })],
    ["a blurred fix", north(10, { accuracyM: 3_000 })],
  ];

  it.each(unverifiable)("cannot be verified with %s", (_name, fix) => {
    expect(judgeCheckIn(fix, pin).verdict).toBe("unverified");
  });

  it.each(unverifiable)("counts with doubt with %s when the client's code was scanned", (_name, fix) => {
    expect(judgeCheckIn(fix, pin, ["qrCode"]).verdict).toBe("doubtful");
  });

  it("cannot be verified at a site without a pin", () => {
    expect(judgeCheckIn(north(0), { latDeg: null, lngDeg: null, radiusM: 200 })).toEqual({
      verdict: "unverified",
      distanceM: null,
    });
  });

  describe("at a site without a pin, with a photo", () => {
    const nowhere = { latDeg: null, lngDeg: null, radiusM: 200 };
    it.each<[string, Fix | null, CheckInVerdict]>([
      ["a fix that is exact to 50 m", north(0, { accuracyM: 50 }), "doubtful"],
      ["one that is exact to 50.1 m", north(0, { accuracyM: 50.1 }), "unverified"],
      ["one that is some minutes old", north(0, { kind: "cached" }), "unverified"],
      ["one that does not say how exact it is", north(0, { accuracyM: null }), "unverified"],
      ["one that claims to be exact to 0 m", north(0, { accuracyM: 0 }), "unverified"],
      ["0,0", { latDeg: 0, lngDeg: 0, accuracyM: 5, kind: "live" }, "unverified"],
      ["no fix", null, "unverified"],
    ])("%s makes it %s", (_what, fix, verdict) => {
      expect(judgeCheckIn(fix, nowhere, ["photo"]).verdict).toBe(verdict);
    });

    it("a photo alone proves nothing where there is a pin", () => {
      expect(judgeCheckIn(null, pin, ["photo"]).verdict).toBe("unverified");
      expect(judgeCheckIn(north(2_400), pin, ["photo"]).verdict).toBe("outside");
    });
  });

  it("is doubtful with a cached position, even at the door", () => {
    expect(judgeCheckIn(north(5, { kind: "cached" }), pin).verdict).toBe("doubtful");
  });

  it("stays outside when a clear position says so, whatever was scanned", () => {
    expect(judgeCheckIn(north(2_400), pin, ["qrCode"]).verdict).toBe("outside");
  });

  it("counts with doubt when a code was scanned and the phone only remembers an earlier place", () => {
    const remembered = north(2_400, { kind: "cached" });
    expect(judgeCheckIn(remembered, pin, ["qrCode"]).verdict).toBe("doubtful");
    expect(judgeCheckIn(remembered, pin, ["photo"]).verdict).toBe("outside");
    expect(judgeCheckIn(remembered, pin).verdict).toBe("outside");
  });

  it("is never worse for a code that was scanned", () => {
    const worth = { unverified: 0, outside: 0, doubtful: 1, inside: 2 };
    const fixes = [0, 150, 199, 201, 215, 400, 2_400, 50_000].flatMap((meters) =>
      [null, 0, 5, 18, 100, 101, 500, 501, 3_000].flatMap((accuracyM) =>
        (["live", "cached"] as const).map((kind) => north(meters, { accuracyM, kind })),
      ),
    );
    for (const fix of [null, ...fixes]) {
      const [without, withCode] = [judgeCheckIn(fix, pin), judgeCheckIn(fix, pin, ["qrCode"])];
      expect(worth[withCode.verdict]).toBeGreaterThanOrEqual(worth[without.verdict]);
      if (without.verdict === "inside") expect(withCode).toEqual(without);
    }
  });
});

describe("the time of a tap", () => {
  const now = new Date("2026-03-26T02:00:00Z");
  const at = (ms: number) => new Date(now.getTime() + ms);

  it("is the tap's own, also hours later", () => {
    expect(judgeTapTime(at(-5 * 3_600_000), "anchored", now)).toEqual({
      countsAt: at(-5 * 3_600_000),
      doubtful: false,
    });
  });

  it("is doubtful after more than 72 hours, not at 72 hours", () => {
    expect(judgeTapTime(at(-72 * 3_600_000), "anchored", now).doubtful).toBe(false);
    expect(judgeTapTime(at(-72 * 3_600_000 - 1), "anchored", now).doubtful).toBe(true);
  });

  it("is never in the future", () => {
    expect(judgeTapTime(at(60_000), "anchored", now)).toEqual({ countsAt: now, doubtful: false });
    expect(judgeTapTime(at(3_600_000), "anchored", now)).toEqual({ countsAt: now, doubtful: true });
  });

  it("is doubtful where the phone doubts it", () => {
    expect(judgeTapTime(now, "uncertain", now).doubtful).toBe(true);
  });
});

describe("check-ins of one day", () => {
  const tap = (
    checkInId: string,
    time: string,
    verdict: CheckInVerdict = "inside",
    more: { customerId?: string; review?: ReviewState } = {},
  ) => ({
    checkInId,
    customerId: "haiyue",
    verdict,
    checkedInAt: `2026-03-26T${time}:00+08:00`,
    review: null,
    ...more,
  });
  const repeatsOf = (taps: Parameters<typeof standingOfDay>[0]) => [...standingOfDay(taps).repeats];
  const mendedOf = (taps: Parameters<typeof standingOfDay>[0]) => Object.fromEntries(standingOfDay(taps).mendedBy);

  it("repeat another where an accepted one at the same customer came before, in whatever order they are listed", () => {
    const taps = [
      tap("a", "10:00", "outside"),
      tap("b", "10:05", "doubtful"),
      { ...tap("c", "10:10", "doubtful"), checkedInAt: "2026-03-26T02:10:00Z" },
      tap("d", "10:11", "unverified"),
      tap("e", "10:12", "inside", { customerId: "nanyue" }),
    ];
    expect(repeatsOf(taps)).toEqual(["c", "d"]);
    expect(new Set(repeatsOf([...taps].reverse()))).toEqual(new Set(["c", "d"]));
  });

  it("have one first, also when two came at one instant", () => {
    expect(repeatsOf([tap("b", "10:00"), tap("a", "10:00")])).toEqual(["b"]);
  });

  it.each(["doubtful", "unverified"] as const)("make good what was %s, once somebody walks in", (verdict) => {
    const taps = [tap("a", "10:00", verdict), tap("b", "10:20"), tap("c", "10:40")];
    expect(mendedOf(taps)).toEqual({ a: "b" });
    expect(repeatsOf(taps)).toEqual(["c"]);
  });

  it("leave alone what was far away", () => {
    expect(mendedOf([tap("a", "10:00", "outside"), tap("b", "10:20")])).toEqual({});
  });

  it("make good what was far away where its rep has explained it", () => {
    const explained = tap("a", "10:00", "outside", { review: "open" });
    expect(mendedOf([explained, tap("b", "10:20")])).toEqual({ a: "b" });
  });

  it("count by what was far away where somebody has accepted it", () => {
    const accepted = tap("a", "10:00", "outside", { review: "accepted" });
    expect(standingOfDay([accepted]).counts).toEqual(new Map([["haiyue", "a"]]));
  });

  it("leave alone what a person has decided on", () => {
    const rejected = tap("a", "10:00", "doubtful", { review: "rejected" });
    expect(standingOfDay([rejected, tap("b", "10:20")])).toEqual({
      counts: new Map([["haiyue", "b"]]),
      repeats: new Set(),
      mendedBy: new Map(),
    });
    const accepted = tap("a", "10:00", "unverified", { review: "accepted" });
    expect(repeatsOf([accepted, tap("b", "10:20")])).toEqual(["b"]);
  });

  it("are not made good by what came before: they repeat it", () => {
    expect(standingOfDay([tap("a", "10:00"), tap("b", "10:20", "doubtful")])).toEqual({
      counts: new Map([["haiyue", "a"]]),
      repeats: new Set(["b"]),
      mendedBy: new Map(),
    });
  });
});

describe("a tap says again what an earlier one of its day has said", () => {
  const tap = (part: Partial<Parameters<typeof saysAgain>[0]> = {}) => ({
    ...{ customerId: "c", siteId: "s1", verdict: "outside" as CheckInVerdict, review: null },
    ...{ distanceM: 2_400, accuracyM: 18, checkedInAt: "2026-03-26T09:00:00+08:00" },
    ...part,
  });
  const inside = { verdict: "inside" as const, distanceM: 20 };
  const unverified = { verdict: "unverified" as const, distanceM: null, accuracyM: null };
  const doubtful = { verdict: "doubtful" as const, distanceM: 215, accuracyM: 100.1 };
  it.each([
    ["far away, hours later", {}, { checkedInAt: "2026-03-26T15:00:00+08:00" }, true],
    ["as far as the phone can tell", {}, { distanceM: 2_382 }, true],
    ["nearer than before", {}, { distanceM: 2_381 }, false],
    ["at another place of the client", {}, { siteId: "s2" }, false],
    ["at another client", {}, { customerId: "d" }, false],
    ["with other evidence", {}, { verdict: "doubtful" }, false],
    ["without a position, like before", unverified, unverified, true],
    ["with a position at last", unverified, { ...unverified, distanceM: 300 }, false],
    [
      "without a pin, and as vague as before",
      { ...unverified, accuracyM: 400 },
      { ...unverified, accuracyM: 380 },
      true,
    ],
    [
      "without a pin, exact enough for one at last",
      { ...unverified, accuracyM: 50.1 },
      { ...unverified, accuracyM: 50 },
      false,
    ],
    ["without a pin, where there was no position", unverified, { ...unverified, accuracyM: 12 }, false],
    ["without a position, on a network at last", unverified, { ...unverified, wifiFinding: "unknown" }, false],
    [
      "without a position, on a network both times",
      { ...unverified, wifiFinding: "unknown" },
      { ...unverified, wifiFinding: "unknown" },
      true,
    ],
    ["in doubt and vague, exact a minute later", doubtful, { ...doubtful, accuracyM: 100 }, false],
    ["in doubt and exact, vague a minute later", { ...doubtful, accuracyM: 20 }, doubtful, true],
    ["inside, ten minutes later", inside, { ...inside, checkedInAt: "2026-03-26T09:10:00+08:00" }, true],
    [
      "inside, after that: they have come back",
      inside,
      { ...inside, checkedInAt: "2026-03-26T09:10:00.001+08:00" },
      false,
    ],
    ["before it", {}, { checkedInAt: "2026-03-26T08:59:59+08:00" }, false],
    ["after somebody did not accept it", { ...unverified, review: "rejected" }, unverified, false],
  ] as [string, Partial<ReturnType<typeof tap>>, Partial<ReturnType<typeof tap>>, boolean][])(
    "%s",
    (_, earlier, later, again) => {
      expect(saysAgain(tap(later), tap(earlier))).toBe(again);
    },
  );
});
