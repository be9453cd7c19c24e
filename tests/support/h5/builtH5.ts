import path from "node:path";
import gcoord from "gcoord";
import type { Place } from "./h5Phone";

/** The page as `npm run build:h5` wrote it; `npm test` builds it first where it is stale. The app under test serves it. */
export const h5Dir = process.env.H5_DIR ?? path.resolve(__dirname, "../../../dist/h5");

/** A place of our maps (GCJ-02) as a browser would tell it (WGS-84). */
export function asBrowserPlace({
  latDeg,
  lngDeg,
  accuracyM,
}: {
  latDeg: number;
  lngDeg: number;
  accuracyM: number;
}): Place {
  const [longitude = lngDeg, latitude = latDeg] = gcoord.transform([lngDeg, latDeg], gcoord.GCJ02, gcoord.WGS84);
  return { latitude, longitude, accuracy: accuracyM };
}
