import { distanceM } from "@shared/domain/geo";
import { legsM, type RoutePoint, routeOf, routeStopsMax } from "@shared/domain/route";
import { randomFrom } from "../../support/random";

/** Somewhere in a city of 40 km. */
const placesOf = (count: number, random: () => number): NonNullable<RoutePoint>[] =>
  Array.from({ length: count }, () => ({ latDeg: 23 + random() * 0.36, lngDeg: 113 + random() * 0.39 }));

const wayM = (points: readonly RoutePoint[], order: readonly number[], start: RoutePoint): number =>
  legsM(
    order.map((index) => points[index] ?? null),
    start,
  ).reduce<number>((sum, leg) => sum + (leg ?? 0), 0);

function* ordersOf(items: readonly number[]): Generator<number[]> {
  if (items.length === 0) yield [];
  for (const first of items) for (const rest of ordersOf(items.filter((one) => one !== first))) yield [first, ...rest];
}

const shortestM = (points: readonly RoutePoint[], start: RoutePoint): number => {
  const all = points.map((_, index) => index);
  let best = Infinity;
  for (const order of ordersOf(all)) if (start || order[0] === 0) best = Math.min(best, wayM(points, order, start));
  return best;
};

const line = [0, 1, 2, 3].map((n) => ({ latDeg: 23, lngDeg: 113 + n / 100 }));

describe("the way through a day's clients", () => {
  it("goes along a road from its one end to the other", () => {
    const [a, b, c, d] = line as [RoutePoint, RoutePoint, RoutePoint, RoutePoint];
    expect(routeOf([c, a, d, b], { latDeg: 23, lngDeg: 112.99 })).toEqual([1, 3, 0, 2]);
  });

  it("begins at the first client where it is not known where one is", () => {
    const [a, b, c, d] = line as [RoutePoint, RoutePoint, RoutePoint, RoutePoint];
    expect(routeOf([a, c, d, b], null)).toEqual([0, 3, 1, 2]);
  });

  it("ends with those that have no pin, in the order given", () => {
    const [a, b] = line as [RoutePoint, RoutePoint];
    expect(routeOf([null, b, null, a], a)).toEqual([3, 1, 0, 2]);
  });

  it("is nothing for nobody", () => {
    expect([routeOf([], null), routeOf([], { latDeg: 23, lngDeg: 113 }), routeOf([null], null)]).toEqual([[], [], [0]]);
  });

  it("goes to each once, however many there are at one place", () => {
    const same = Array.from({ length: 5 }, () => ({ latDeg: 23, lngDeg: 113 }));
    expect([...routeOf(same, null)].sort()).toEqual([0, 1, 2, 3, 4]);
  });

  it.each([
    ["from where one is", true],
    ["from the first one", false],
  ])("is at most a quarter longer than the shortest, and mostly the shortest, %s", (_, hasStart) => {
    const random = randomFrom(20_260_326);
    const ratios = Array.from({ length: 60 }, (_each, n) => {
      const points = placesOf(3 + (n % 5), random);
      const start = hasStart ? (placesOf(1, random)[0] ?? null) : null;
      return wayM(points, routeOf(points, start), start) / shortestM(points, start);
    });
    expect(Math.max(...ratios)).toBeLessThan(1.25);
    expect(Math.min(...ratios)).toBeGreaterThan(1 - 1e-9);
    expect(ratios.filter((ratio) => ratio < 1.000001).length).toBeGreaterThan(45);
  });

  it("does not cross itself through as many as a day may have", () => {
    const random = randomFrom(7);
    const points = placesOf(routeStopsMax, random);
    const order = routeOf(points, null);
    const pointAt = (n: number) => points[order[n] ?? 0] as NonNullable<RoutePoint>;
    for (let from = 1; from < order.length - 1; from += 1)
      for (let to = from + 1; to < order.length - 1; to += 1) {
        const now = distanceM(pointAt(from - 1), pointAt(from)) + distanceM(pointAt(to), pointAt(to + 1));
        const turned = distanceM(pointAt(from - 1), pointAt(to)) + distanceM(pointAt(from), pointAt(to + 1));
        expect(turned).toBeGreaterThan(now - 0.1);
      }
  });

  it("is the same way each time that it is asked for", () => {
    const points = placesOf(routeStopsMax, randomFrom(8));
    expect(routeOf(points, null)).toEqual(routeOf(points, null));
  });

  it("says how far it is from each to the next, and nothing where a pin is missing", () => {
    const [a, b] = line as [NonNullable<RoutePoint>, NonNullable<RoutePoint>];
    expect(legsM([a, b, null, a], null)).toEqual([null, distanceM(a, b), null, null]);
    expect(legsM([b], a)).toEqual([distanceM(a, b)]);
  });
});
