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
