import gcoord from "gcoord";
import type { Gcj02Point } from "./geo";

/** Browsers and devices abroad give WGS-84; everything inside the product is GCJ-02. */
export function fromWgs84(latDeg: number, lngDeg: number): Gcj02Point {
  const [lng, lat] = gcoord.transform<[number, number]>([lngDeg, latDeg], gcoord.WGS84, gcoord.GCJ02);
  return { latDeg: lat, lngDeg: lng };
}
