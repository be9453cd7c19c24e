import { provesPin } from "@shared/domain/pin";
import { takeFix } from "@/features/location/useFix";

/** Where this phone is now, exactly enough to be a client's pin; null where it is not known so well. */
export async function takePin(): Promise<{ latDeg: number; lngDeg: number; accuracyM: number } | null> {
  const fix = await takeFix(0);
  if (!fix || !provesPin(fix)) return null;
  return { latDeg: fix.latDeg, lngDeg: fix.lngDeg, accuracyM: fix.accuracyM ?? 0 };
}
