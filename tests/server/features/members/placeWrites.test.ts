import { addDays } from "@shared/domain/time";
import type { MembershipRecord } from "../../../../server/features/members/membershipModel";
import { dayOfMoves } from "../../../../server/features/members/dayOfMoves";
import { placeWrites } from "../../../../server/features/members/placeWrites";

const today = "2026-03-26";
const place = (
  unitId: string,
  fromOn: string,
  untilOn: string | null = null,
  part: "member" | "leader" = "member",
): MembershipRecord => ({
  _id: `one:${unitId}:${part}:${fromOn}`,
  schemaVersion: 1,
  memberId: "one",
  unitId,
  part,
  fromOn,
  untilOn,
  revision: 1,
});

/** The spans after a change, in the order in which they begin. */
function spansAfter(
  places: MembershipRecord[],
  {
    begins = [],
    fromOn = today,
    movesOn = addDays(today, 1),
  }: { begins?: { unitId: string; part: "member" | "leader" }[]; fromOn?: string; movesOn?: string },
): string[] {
  const ends = places.filter(({ untilOn }) => untilOn === null);
  const writes = placeWrites({ memberId: "one", places, ends, begins }, { fromOn, today, movesOn });
  const kept = places
    .filter((one) => !writes.removes.includes(one))
    .map((one) => ({ ...one, untilOn: writes.ends.find((end) => end.place === one)?.untilOn ?? one.untilOn }));
  return [...kept, ...writes.begins]
    .sort((a, b) => (a.fromOn < b.fromOn ? -1 : 1))
    .map((one) => `${one.unitId} ${one.fromOn} ${one.untilOn ?? "on"}`);
}

const member = (unitId: string) => ({ unitId, part: "member" as const });

describe("who moves to another unit", () => {
  it("belongs to the one before until the end of the day", () => {
    expect(spansAfter([place("u3", "2026-01-01")], { begins: [member("u4")] })).toEqual([
      "u3 2026-01-01 2026-03-27",
      "u4 2026-03-27 on",
    ]);
    expect(spansAfter([place("u3", today)], { begins: [member("u4")] })).toEqual([
      "u3 2026-03-26 2026-03-27",
      "u4 2026-03-27 on",
    ]);
  });

  it("never belonged to the one that was left again on the day of the move", () => {
    const moved = [place("u3", "2026-01-01", "2026-03-27"), place("u5", "2026-03-27")];
    expect(spansAfter(moved, { begins: [member("u4")] })).toEqual(["u3 2026-01-01 2026-03-27", "u4 2026-03-27 on"]);
  });

  it("belongs to the new one from today where they belonged to none", () => {
    expect(spansAfter([place("u3", "2026-01-01", today)], { begins: [member("u4")] })).toEqual([
      "u3 2026-01-01 2026-03-26",
      "u4 2026-03-26 on",
    ]);
  });

  it("has always belonged to the new one where the first reading was broken off", () => {
    const places = [place("u3", "2000-01-01")];
    expect(spansAfter(places, { begins: [member("u4")], fromOn: "2000-01-01" })).toEqual(["u4 2000-01-01 on"]);
  });

  it("belongs to one unit a day also where the clock was set back, or two units were recorded", () => {
    const setBack = [place("u3", "2026-01-01", "2026-03-30"), place("u5", "2026-03-30")];
    expect(spansAfter(setBack, { begins: [member("u4")] })).toEqual(["u3 2026-01-01 2026-03-27", "u4 2026-03-27 on"]);
    const twice = [place("u3", "2000-01-01"), place("u5", "2000-01-01")];
    expect(spansAfter(twice, { begins: [member("u4")] }).at(-1)).toBe("u4 2026-03-27 on");
  });
});

describe("in the night, when the day has not begun for anybody,", () => {
  const night = { movesOn: today };

  it("who moves belongs to the new unit from this day on", () => {
    expect(spansAfter([place("u3", "2026-01-01")], { begins: [member("u4")], ...night })).toEqual([
      "u3 2026-01-01 2026-03-26",
      "u4 2026-03-26 on",
    ]);
  });

  it("who leaves belongs to no unit from this day on", () => {
    expect(spansAfter([place("u3", "2026-01-01")], night)).toEqual(["u3 2026-01-01 2026-03-26"]);
  });

  it("who was moved on the day before has never been where they were to be today", () => {
    const moved = [place("u3", "2026-01-01", today), place("u5", today)];
    expect(spansAfter(moved, { begins: [member("u4")], ...night })).toEqual([
      "u3 2026-01-01 2026-03-26",
      "u4 2026-03-26 on",
    ]);
    expect(spansAfter(moved, night)).toEqual(["u3 2026-01-01 2026-03-26"]);
  });
});

it.each([
  ["2026-04-01T00:00:00+08:00", "2026-04-01"],
  ["2026-04-01T03:12:00+08:00", "2026-04-01"],
  ["2026-04-01T05:59:59+08:00", "2026-04-01"],
  ["2026-04-01T06:00:00+08:00", "2026-04-02"],
  ["2026-04-01T23:59:59+08:00", "2026-04-02"],
])("what is read at %s counts for pay from %s on", (at, day) => {
  expect(dayOfMoves(new Date(at))).toBe(day);
});

it("who leads a unit no more leads it from today on", () => {
  expect(spansAfter([place("u3", "2026-01-01", null, "leader")], {})).toEqual(["u3 2026-01-01 2026-03-26"]);
});

it("who leads one unit more goes on leading the others", () => {
  const places = [place("u3", "2026-01-01", "2026-05-01", "leader"), place("u4", "2026-01-01", "2026-02-01", "leader")];
  expect(spansAfter(places, { begins: [{ unitId: "u4", part: "leader" }] })).toEqual([
    ...places.map(({ unitId, fromOn, untilOn }) => `${unitId} ${fromOn} ${untilOn}`),
    "u4 2026-03-26 on",
  ]);
});

it("belongs to one unit a day, however often and whenever places begin and end", () => {
  let places: MembershipRecord[] = [];
  let seed = 7;
  const next = (below: number) => (seed = (seed * 48_271) % 2_147_483_647) % below;
  for (let n = 0; n < 300; n += 1) {
    const on = addDays(today, next(9) - 4);
    const ends = places.filter(({ untilOn }) => untilOn === null);
    const begins = next(3) === 0 ? [] : [member(`u${next(4)}`)];
    const movesOn = addDays(on, next(2));
    const writes = placeWrites({ memberId: "one", places, ends, begins }, { fromOn: on, today: on, movesOn });
    places = places
      .filter((one) => !writes.removes.includes(one))
      .map((one) => ({ ...one, untilOn: writes.ends.find((end) => end.place === one)?.untilOn ?? one.untilOn }));
    places.push(...writes.begins.map((one) => ({ ...one, schemaVersion: 1 })));
    for (let day = -6; day < 6; day += 1) {
      const at = addDays(today, day);
      const during = places.filter(({ fromOn, untilOn }) => fromOn <= at && (!untilOn || at < untilOn));
      expect(during.length).toBeLessThanOrEqual(1);
    }
  }
});
