/** A place as phones and maps in China give it (GCJ-02), in degrees. */
export interface Gcj02Point {
  latDeg: number;
  lngDeg: number;
}

// IUGG mean radius: haversine on it differs from WGS-84 geodesics by less than 0.3 % at Chinese latitudes.
const earthRadiusM = 6_371_008.8;
const radiansOf = (deg: number) => (deg * Math.PI) / 180;

/** Great-circle distance in meters between two GCJ-02 points. */
export function distanceM(a: Gcj02Point, b: Gcj02Point): number {
  const halfLat = Math.sin(radiansOf(b.latDeg - a.latDeg) / 2);
  const halfLng = Math.sin(radiansOf(b.lngDeg - a.lngDeg) / 2);
  const h = halfLat * halfLat + Math.cos(radiansOf(a.latDeg)) * Math.cos(radiansOf(b.latDeg)) * halfLng * halfLng;
  return 2 * earthRadiusM * Math.asin(Math.min(1, Math.sqrt(h)));
}

/** How far east and north of one place another lies, in meters: for places so near each other that the ground between them is flat. */
export function offsetM(from: Gcj02Point, to: Gcj02Point): { eastM: number; northM: number } {
  const mPerDeg = radiansOf(1) * earthRadiusM;
  const middleLat = radiansOf((from.latDeg + to.latDeg) / 2);
  return {
    eastM: (to.lngDeg - from.lngDeg) * mPerDeg * Math.cos(middleLat),
    northM: (to.latDeg - from.latDeg) * mPerDeg,
  };
}

/** Clockwise from the north. */
export const directions = ["n", "ne", "e", "se", "s", "sw", "w", "nw"] as const;
export type Direction = (typeof directions)[number];

/** In which of the eight directions one place lies from another; null: they are the same. */
export function directionTo(from: Gcj02Point, to: Gcj02Point): Direction | null {
  const { eastM, northM } = offsetM(from, to);
  if (eastM === 0 && northM === 0) return null;
  const eighths = Math.round(Math.atan2(eastM, northM) / (Math.PI / 4));
  return directions[(eighths + 8) % 8] ?? null;
}
