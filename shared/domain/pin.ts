import type { Fix } from "./checkIn";
import { distanceM, type Gcj02Point } from "./geo";
import type { BusinessDay } from "./time";

/** A pin is no better than the position that it is taken from: a poorer one would make good check-ins bad for ever. */
export const pinAccuracyMaxM = 50;

/** Whether a position is exact enough for a client's pin: taken just now, and sure of itself to 50 m. */
export const provesPin = (fix: Fix | null): boolean =>
  fix !== null &&
  fix.kind === "live" &&
  fix.accuracyM !== null &&
  fix.accuracyM > 0 &&
  fix.accuracyM <= pinAccuracyMaxM &&
  // What broken phones give.
  !(fix.latDeg === 0 && fix.lngDeg === 0);

/** Of the phone's position from which somebody has given a pin. */
export interface PinTaken {
  accuracyM: number;
  takenAt: Date;
}

/** Whether a pin that waits for a leader's word is used meanwhile: one that was typed in, or taken where somebody stood. */
export const isUsedMeanwhile = (source: string): boolean => source === "typed" || source === "taken";

/** How far a pin would move; null where there was none. */
export const movedM = (from: Gcj02Point | null, to: Gcj02Point): number | null => from && distanceM(from, to);

/** On so many days somebody has been at a place before its pin is learned from where they stood. */
export const learnedFromDays = 3;
/** No more than that: a client who has moved is learned anew. */
const learnedFromMax = 9;

/**
 * Where a place is, by where those stood who have been there: the middle of their positions, which one that is far off does not move.
 * @param positions of check-ins that were inside, the newest first; those that could be no pin are left out, and of a day one counts
 * @returns null while there are too few
 */
export function learnedPin(positions: readonly { fix: Fix | null; on: BusinessDay }[]): Gcj02Point | null {
  const byDay = new Map<BusinessDay, Gcj02Point>();
  for (const { fix, on } of positions) if (fix && provesPin(fix) && !byDay.has(on)) byDay.set(on, fix);
  const points = [...byDay.values()].slice(0, learnedFromMax);
  if (points.length < learnedFromDays) return null;
  return {
    latDeg: medianOf(points.map(({ latDeg }) => latDeg)),
    lngDeg: medianOf(points.map(({ lngDeg }) => lngDeg)),
  };
}

/** So many check-ins at a place say how far a pin is from where people stand; of fewer one could tell whose they are. */
const standingFrom = 3;

/** How far from a pin people have stood at its place. */
export interface PinDistances {
  count: number;
  nearestM: number;
  /** Half of them were within it. */
  middleM: number;
}

/** @param fixes of check-ins there; poor ones are left out. @returns null while there are too few: distances of nobody in particular */
export function pinDistances(pin: Gcj02Point, fixes: readonly (Fix | null)[]): PinDistances | null {
  const metres = fixes.flatMap((fix) => (fix && provesPin(fix) ? [distanceM(fix, pin)] : [])).sort((a, b) => a - b);
  const [nearestM] = metres;
  if (nearestM === undefined || metres.length < standingFrom) return null;
  return { count: metres.length, nearestM: Math.round(nearestM), middleM: Math.round(medianOf(metres)) };
}

function medianOf(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const [low, high] = [sorted[Math.floor((sorted.length - 1) / 2)], sorted[Math.floor(sorted.length / 2)]];
  return ((low ?? 0) + (high ?? 0)) / 2;
}
