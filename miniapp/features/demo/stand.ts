import { create } from "zustand";
import type { CustomerView } from "@shared/contracts";
import { standAt } from "@/platform/location";
import { thisMoment } from "@/platform/monotonic";
import { LocationError } from "@/platform/types";
import { dropFix } from "@/features/location/useFix";

/** Where the demo's phone stands. */
export type Stand = "at" | "off215" | "off2400" | "noFix" | "browser";

export const stands: readonly Stand[] = ["at", "off215", "off2400", "noFix", "browser"];

const offsetM: Record<Exclude<Stand, "noFix" | "browser">, number> = { at: 0, off215: 215, off2400: 2400 };
const metersPerDegree = (6_371_008.8 * Math.PI) / 180;
const accuracyM = 18;

interface StandStore {
  stand: Stand;
  /** At or near which client. */
  customerId: string | null;
}

export const useStand = create<StandStore>()(() => ({ stand: "at", customerId: null }));

/** Moves the demo's phone; from then on every position it takes is there. In the browser only. */
export function stand(where: Partial<StandStore>, customers: readonly CustomerView[]): void {
  useStand.setState(where);
  const { stand: kind, customerId } = useStand.getState();
  const client = customers.find((one) => one.customerId === customerId) ?? customers[0];
  const site = client?.sites.find((one) => one.latDeg !== null && one.lngDeg !== null);
  dropFix();
  if (kind === "browser") {
    standAt(null);
    return;
  }
  standAt(() => {
    if (kind === "noFix" || !site || site.latDeg === null || site.lngDeg === null) {
      throw new LocationError("unavailable", "the demo's phone has no fix");
    }
    const latDeg = site.latDeg + offsetM[kind] / metersPerDegree;
    return { fix: { latDeg, lngDeg: site.lngDeg, accuracyM, kind: "live" }, takenAt: thisMoment() };
  });
}
