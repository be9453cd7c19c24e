import {
  asksLeader,
  photoUsesElsewhere,
  seenByOthersFrom,
  type TrustEvidence,
  trustRules,
  trustScore,
  type TrustSignalKind,
  trustSignals,
  type TrustTap,
} from "@shared/domain/trust";

const hour = 3_600_000;
let nth = 0;
/** A check-in so many kilometers north of the first place. */
const tapAt = (time: string, northKm = 0, part: Partial<TrustTap> = {}): TrustTap => ({
  checkInId: `c${(nth += 1)}`,
  customerName: "海岳机械",
  on: time.slice(0, 10),
  checkedInAt: new Date(`${time}:00+08:00`),
  timeKind: "anchored",
  // Of each its own doubt, as phones give it.
  fix: { latDeg: 23.1291 + northKm / 111.195, lngDeg: 113.2644, accuracyM: 10 + (nth % 7), kind: "live" },
  ...part,
});
const evidence = (part: Partial<TrustEvidence> & Pick<TrustEvidence, "tap">): TrustEvidence => ({
  ...{ others: [], device: null, clockOffMs: null, photoUses: 0, code: null, isDepartureMissing: false },
  ...part,
});
const kindsOf = (part: Partial<TrustEvidence> & Pick<TrustEvidence, "tap">): TrustSignalKind[] =>
  trustSignals(evidence(part)).map(({ kind }) => kind);

describe("a way that nobody can have gone between two check-ins", () => {
  const tap = tapAt("2026-03-26T10:00");

  it("is a signal with its speed, distance and minutes", () => {
    const [signal] = trustSignals(evidence({ tap, others: [tapAt("2026-03-26T09:30", 300)] }));
    expect(signal).toMatchObject({ kind: "impossibleSpeed", limit: 400, apart: { minutes: 30 } });
    expect(signal?.value).toBeGreaterThan(595);
    expect(signal?.value).toBeLessThanOrEqual(600);
  });

  it.each([
    ["a fast train", "2026-03-26T09:00", 300],
    ["a flight from door to door", "2026-03-26T05:00", 1900],
    ["two clients in one street within a minute", "2026-03-26T10:00", 1.5],
  ])("is not %s", (_, time, northKm) => {
    expect(kindsOf({ tap, others: [tapAt(time, northKm)] })).toEqual([]);
  });

  it("is looked for in both directions, whichever came first", () => {
    expect(kindsOf({ tap, others: [tapAt("2026-03-26T10:20", 300)] })).toEqual(["impossibleSpeed"]);
  });

  it("is measured to the check-in right before, and not over it", () => {
    const between = tapAt("2026-03-26T09:58", 1);
    expect(kindsOf({ tap, others: [tapAt("2026-03-26T09:30", 300), between] })).toEqual([]);
  });

  it("takes off what the phones doubt", () => {
    const blurred = { latDeg: 23.1291 + 5 / 111.195, lngDeg: 113.2644, accuracyM: 4_000, kind: "live" } as const;
    expect(kindsOf({ tap, others: [tapAt("2026-03-26T10:00", 0, { fix: blurred })] })).toEqual([]);
  });

  it.each([
    ["a remembered position", { fix: { latDeg: 30, lngDeg: 113, accuracyM: 10, kind: "cached" } as const }],
    ["no position", { fix: null }],
    ["a time that nobody knows", { timeKind: "uncertain" as const }],
  ])("is not told from %s", (_, part) => {
    expect(kindsOf({ tap, others: [tapAt("2026-03-26T09:59", 300, part)] })).toEqual([]);
  });
});

describe("the same coordinates to the last digit", () => {
  const { fix } = tapAt("2026-03-26T10:00");
  const same = (time: string) => tapAt(time, 0, { fix: fix && { ...fix, accuracyM: 20 + nth } });

  it("are no signal on one day (V216)", () => {
    const others = ["08:00", "09:00", "11:00", "12:00"].map((time) => same(`2026-03-26T${time}`));
    expect(kindsOf({ tap: same("2026-03-26T10:00"), others })).toEqual([]);
  });

  it("are a signal with the number of days from the third day on", () => {
    const tap = same("2026-03-26T10:00");
    expect(kindsOf({ tap, others: [same("2026-03-25T10:00")] })).toEqual([]);
    const others = [same("2026-03-25T10:00"), same("2026-03-24T10:00")];
    expect(trustSignals(evidence({ tap, others }))).toMatchObject([{ kind: "sameCoordinates", value: 3, limit: 3 }]);
  });

  it("are others where the last digit is", () => {
    const near = tapAt("2026-03-24T10:00", 0, { fix: fix && { ...fix, latDeg: fix.latDeg + 1e-7, accuracyM: 31 } });
    expect(kindsOf({ tap: same("2026-03-26T10:00"), others: [same("2026-03-25T10:00"), near] })).toEqual([]);
  });
});

describe("an accuracy that never varies", () => {
  const exact = (day: number, time: string, accuracyM = 30) =>
    tapAt(`2026-03-${day}T${time}`, nth / 1000, {
      fix: { latDeg: 23 + nth / 1e5, lngDeg: 113, accuracyM, kind: "live" },
    });
  const row = (count: number) => Array.from({ length: count }, (_, index) => exact(23 + (index % 3), `0${index}:00`));

  it("is a signal with how many check-ins have it, from the tenth on", () => {
    const tap = exact(26, "10:00");
    expect(kindsOf({ tap, others: row(8) })).toEqual([]);
    expect(trustSignals(evidence({ tap, others: row(9) }))).toMatchObject([{ kind: "sameAccuracy", value: 10 }]);
  });

  it("is none within two days, nor where one differs", () => {
    const tap = exact(26, "10:00");
    const ofOneDay = Array.from({ length: 9 }, (_, index) => exact(26, `0${index}:00`));
    expect(kindsOf({ tap, others: ofOneDay })).toEqual([]);
    expect(kindsOf({ tap, others: [...row(9), exact(25, "23:00", 12)] })).toEqual([]);
  });
});

describe("the device", () => {
  const tap = tapAt("2026-03-26T10:00");
  const device = (part: object) => ({
    ...{ firstAt: new Date("2026-03-01T09:00:00+08:00"), hasOthers: true, otherMembers: 0, ...part },
  });

  it("is a signal with how many colleagues it serves as well", () => {
    expect(trustSignals(evidence({ tap, device: device({ otherMembers: 2 }) }))).toMatchObject([
      { kind: "sharedDevice", value: 2 },
    ]);
    expect(kindsOf({ tap, device: device({}) })).toEqual([]);
  });

  it("is new for a day, where there are others", () => {
    const firstAt = new Date(tap.checkedInAt.getTime() - 3 * hour);
    expect(trustSignals(evidence({ tap, device: device({ firstAt }) }))).toMatchObject([
      { kind: "newDevice", value: 3, limit: 24 },
    ]);
    expect(kindsOf({ tap, device: device({ firstAt, hasOthers: false }) })).toEqual([]);
    expect(kindsOf({ tap, device: device({ firstAt: new Date(tap.checkedInAt.getTime() - 24 * hour) }) })).toEqual([]);
  });
});

it.each([
  [300_000, []],
  [300_001, ["clockOff"]],
  [-7_200_000, ["clockOff"]],
  [null, []],
])("a phone's clock that is off by %s ms is told of beyond five minutes", (clockOffMs, kinds) => {
  expect(kindsOf({ tap: tapAt("2026-03-26T10:00"), clockOffMs })).toEqual(kinds);
});

it("an arrival without a departure says how much of the day was left", () => {
  expect(trustSignals(evidence({ tap: tapAt("2026-03-26T10:00"), isDepartureMissing: true }))).toMatchObject([
    { kind: "noDeparture", value: 14 },
  ]);
});

it("a photo is the same where it was sent for something else", () => {
  const known = [
    { hash: "a", usedBy: "checkIn:1" },
    { hash: "a", usedBy: "checkIn:2" },
    { hash: "a", usedBy: null },
    { hash: "b", usedBy: "checkIn:3" },
  ];
  expect(photoUsesElsewhere(["a"], known, "checkIn:1")).toBe(1);
  expect(kindsOf({ tap: tapAt("2026-03-26T10:00"), photoUses: 1 })).toEqual(["samePhoto"]);
});

describe("what signals come to", () => {
  const asks = (...kinds: TrustSignalKind[]) => asksLeader(kinds.map((kind) => ({ kind })));

  it("is asked about where it comes to three", () => {
    expect(trustScore([{ kind: "sharedDevice" }, { kind: "newDevice" }])).toBe(trustRules.askedFrom);
    expect([asks("sharedDevice", "newDevice"), asks("impossibleSpeed"), asks("samePhoto")]).toEqual([true, true, true]);
  });

  it("is nobody's but the rep's where it is weak", () => {
    expect([asks(), asks("newDevice"), asks("clockOff", "sameAccuracy"), asks("sharedDevice")]).toEqual([
      ...[false, false, false, false],
    ]);
  });

  it("is shown to others a day later, or once its rep has answered it", () => {
    const foundAt = new Date("2026-03-26T10:04:00+08:00");
    expect(seenByOthersFrom(foundAt, null)).toEqual(new Date("2026-03-27T10:04:00+08:00"));
    const answeredAt = new Date("2026-03-26T11:00:00+08:00");
    expect(seenByOthersFrom(foundAt, answeredAt)).toEqual(answeredAt);
    // What was said before it was found is no answer to it.
    expect(seenByOthersFrom(foundAt, new Date("2026-03-26T10:00:00+08:00"))).toEqual(
      new Date("2026-03-27T10:04:00+08:00"),
    );
  });
});

describe("a client's code that is scanned far from where it hangs", () => {
  const tap = tapAt("2026-03-26T10:00", 0, { fix: fixAt(0) });
  function fixAt(northKm: number, accuracyM = 18, kind: "live" | "cached" = "live") {
    return { latDeg: 23.1291 + northKm / 111.195, lngDeg: 113.2644, accuracyM, kind };
  }

  it("is a signal, with by how much it is too far", () => {
    const found = trustSignals(evidence({ tap, code: { outsideM: 5_000, uses: [] } }));
    expect(found).toMatchObject([{ kind: "codeFarAway", value: 4_982, limit: 1_000, apart: null }]);
  });

  it.each([
    ["no code was scanned", null],
    ["it may be as near as a kilometer", { outsideM: 1_018, uses: [] }],
    ["it is inside the range", { outsideM: -150, uses: [] }],
    ["the place has a pin, whoever scanned a copy of it elsewhere", { outsideM: -150, uses: [fixAt(40)] }],
    ["without a pin, others scanned it near by", { outsideM: null, uses: [fixAt(0.4)] }],
    ["without a pin, the other position is as blurred as it is far", { outsideM: null, uses: [fixAt(40, 39_500)] }],
    ["without a pin, the other phone only remembered a place", { outsideM: null, uses: [fixAt(40, 18, "cached")] }],
    ["without a pin, nobody else has scanned it", { outsideM: null, uses: [] }],
  ])("is none where %s", (_, code) => {
    expect(kindsOf({ tap, code })).toEqual([]);
  });

  it("is a signal where the place has no pin and others scanned it in another city", () => {
    const uses = [fixAt(0.2), fixAt(40)];
    expect(trustSignals(evidence({ tap, code: { outsideM: null, uses } }))).toMatchObject([
      { kind: "codeFarAway", value: 39_964 },
    ]);
  });

  it("is none where the phone does not say where it was", () => {
    const code = { outsideM: 5_000, uses: [] };
    for (const fix of [null, fixAt(0, 0), fixAt(0, 18, "cached")])
      expect(kindsOf({ tap: { ...tap, fix }, code })).toEqual([]);
  });
});
