import type { Fix } from "./checkIn";
import { distanceM, type Gcj02Point } from "./geo";

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

/** How far a pin would move; null where there was none. */
export const movedM = (from: Gcj02Point | null, to: Gcj02Point): number | null => from && distanceM(from, to);
