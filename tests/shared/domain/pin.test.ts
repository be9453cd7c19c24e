import type { Fix } from "@shared/domain/checkIn";
import { learnedPin, movedM, pinDistances } from "@shared/domain/pin";

const fix = (latDeg: number, lngDeg: number, more: Partial<Fix> = {}): Fix => ({
  latDeg,
  lngDeg,
  accuracyM: 20,
  kind: "live",
  ...more,
});
const on = (day: number) => `2026-03-${String(day).padStart(2, "0")}`;
const onDays = (days: number[], more: Partial<Fix> = {}) =>
  days.map((day) => ({ fix: fix(23.1, 113.3, more), on: on(day) }));

describe("a place is learned", () => {
  it("from three days as the middle of where people stood, whatever one of them was", () => {
    const positions = [
      { fix: fix(23.1, 113.3), on: on(3) },
      { fix: fix(23.1002, 113.3002), on: on(2) },
      { fix: fix(23.2, 113.9), on: on(1) },
    ];
    expect(learnedPin(positions)).toEqual({ latDeg: 23.1002, lngDeg: 113.3002 });
  });

  it("between the two in the middle of four", () => {
    const positions = [23.1, 23.2, 23.4, 23.5].map((latDeg, n) => ({ fix: fix(latDeg, 113.3), on: on(n + 1) }));
    expect(learnedPin(positions)?.latDeg).toBeCloseTo(23.3, 9);
  });

  it.each([
    ["two days", onDays([1, 2])],
    ["one day, however often", onDays([1, 1, 1, 1])],
    ["positions exact to 60 m", onDays([1, 2, 3], { accuracyM: 60 })],
    ["positions some minutes old", onDays([1, 2, 3], { kind: "cached" })],
    ["positions that are erased", [1, 2, 3].map((day) => ({ fix: null, on: on(day) }))],
  ])("not from %s", (_what, positions) => {
    expect(learnedPin(positions)).toBeNull();
  });
});

it("a pin that was nowhere has not moved", () => {
  const to = { latDeg: 23.1, lngDeg: 113.3 };
  expect([movedM(null, to), movedM(to, to)]).toEqual([null, 0]);
});

describe("how far people stood from a pin", () => {
  const pin = { latDeg: 23.1, lngDeg: 113.3 };
  const north = (metres: number, more: Partial<Fix> = {}) => fix(23.1 + metres / 111_195, 113.3, more);

  it("is told as the nearest, and as what half of them were within", () => {
    expect(pinDistances(pin, [north(300), north(10), north(40)])).toEqual({ count: 3, nearestM: 10, middleM: 40 });
  });

  it.each([
    ["two", [north(10), north(40)]],
    ["three of which one is exact to 60 m", [north(10), north(40), north(20, { accuracyM: 60 })]],
    ["three of which one is erased", [north(10), north(40), null]],
  ])("is not told of %s", (_what, fixes) => {
    expect(pinDistances(pin, fixes)).toBeNull();
  });
});
