import { takeFix } from "@/features/location/useFix";

/** A pin is no better than the position that it is taken from: a poorer one would make good check-ins bad for ever. */
const pinAccuracyMaxM = 50;

/** Where this phone is now, exactly enough to be a client's pin; null where it is not known so well. */
export async function takePin(): Promise<{ latDeg: number; lngDeg: number; accuracyM: number } | null> {
  const fix = await takeFix(0);
  if (!fix || fix.kind !== "live" || fix.accuracyM === null || fix.accuracyM <= 0) return null;
  if (fix.accuracyM > pinAccuracyMaxM) return null;
  return { latDeg: fix.latDeg, lngDeg: fix.lngDeg, accuracyM: fix.accuracyM };
}
