import { distanceM, type Gcj02Point } from "./geo";

/** More than a day holds; so many are put in order at once on an old phone. */
export const routeStopsMax = 30;

/** Null: nobody has set its pin. */
export type RoutePoint = Gcj02Point | null;

/** Less than that is no shorter way, but rounding. */
const shorterByM = 0.01;

/**
 * In which order to go to some places: from one to the nearest that is left, then without crossings (2-opt), until no turning round of a
 * part makes the way shorter. It ends at the last of them and does not lead back. The same places in the same order give the same way.
 * @param start where one is; null: at the first of them
 * @returns the places' indices; those without a pin last, in the order given
 */
export function routeOf(points: readonly RoutePoint[], start: RoutePoint): number[] {
  const pinned = points.flatMap((point, index) => (point ? [{ index, point }] : []));
  const rest = points.flatMap((point, index) => (point ? [] : [index]));
  const places = start ? [{ index: -1, point: start }, ...pinned] : pinned;
  const between = places.map((one) => places.map((other) => distanceM(one.point, other.point)));
  const farM = (a: number, b: number): number => between[a]?.[b] ?? 0;
  const order = withoutCrossings(nearestNext(places.length, farM), farM);
  return [...order.map((place) => places[place]?.index ?? -1).filter((index) => index >= 0), ...rest];
}

type Far = (a: number, b: number) => number;

/** From the first to the nearest one that is left, and so on; of two that are as near the earlier one. */
function nearestNext(count: number, farM: Far): number[] {
  const left = Array.from({ length: Math.max(0, count - 1) }, (_, n) => n + 1);
  const order = count > 0 ? [0] : [];
  while (left.length > 0) {
    const here = order[order.length - 1] ?? 0;
    const nearest = left.reduce((best, one) => (farM(here, one) < farM(here, best) ? one : best));
    order.push(nearest);
    left.splice(left.indexOf(nearest), 1);
  }
  return order;
}

/** The first stays first. Each turn makes the way shorter, so that it ends. */
function withoutCrossings(order: readonly number[], farM: Far): number[] {
  const way = [...order];
  const at = (n: number): number => way[n] ?? 0;
  const isShorterTurned = (from: number, to: number): boolean => {
    const isLast = to === way.length - 1;
    const before = farM(at(from - 1), at(from)) + (isLast ? 0 : farM(at(to), at(to + 1)));
    const after = farM(at(from - 1), at(to)) + (isLast ? 0 : farM(at(from), at(to + 1)));
    return after < before - shorterByM;
  };
  for (let isChanged = true; isChanged;) {
    isChanged = false;
    for (let from = 1; from < way.length - 1; from += 1)
      for (let to = from + 1; to < way.length; to += 1)
        if (isShorterTurned(from, to)) {
          way.splice(from, to - from + 1, ...way.slice(from, to + 1).reverse());
          isChanged = true;
        }
  }
  return way;
}

/** How far it is from each to the next, as the crow flies, in meters; null to or from one without a pin. @param start where one is; null: not known */
export function legsM(points: readonly RoutePoint[], start: RoutePoint): (number | null)[] {
  return points.map((point, n) => {
    const before = n === 0 ? start : (points[n - 1] ?? null);
    return point && before ? distanceM(before, point) : null;
  });
}
