import { fromWgs84 } from "@shared/domain/geo";
import { thisMoment } from "../monotonic";
import { withinTime } from "../timeLimit";
import { LocationError, type LocationReason, type TakenFix } from "../types";

const reasons: Record<number, LocationReason> = { 1: "appRefused", 2: "unavailable", 3: "unavailable" };

let standIn: (() => TakenFix) | null = null;

/** For the demo's panel: where this phone stands. Null: where the browser says. A function that throws is a phone without a fix. */
export function standAt(where: (() => TakenFix) | null): void {
  standIn = where;
}

/** Takes one position. Browsers give WGS-84; it is turned into GCJ-02 here, once. */
export function locate(): Promise<TakenFix> {
  if (standIn) {
    const where = standIn;
    return new Promise((resolve) => resolve(where()));
  }
  if (!("geolocation" in navigator)) {
    return Promise.reject(new LocationError("unsupported", "this browser has no geolocation"));
  }
  const asked = new Promise<TakenFix>((resolve, reject) => {
    navigator.geolocation.getCurrentPosition(
      ({ coords }) =>
        resolve({
          fix: {
            ...fromWgs84(coords.latitude, coords.longitude),
            accuracyM: coords.accuracy > 0 ? coords.accuracy : null,
            kind: "live",
          },
          takenAt: thisMoment(),
        }),
      (error) => reject(new LocationError(reasons[error.code] ?? "unavailable", error.message)),
      { enableHighAccuracy: true, timeout: 5000, maximumAge: 0 },
    );
  });
  // The browser's own limit begins once the person has allowed it, and some never answer at all.
  return withinTime(asked, () => new LocationError("noAnswer", "the browser has not answered"));
}

/** A page cannot open the browser's settings. */
export function openLocationSettings(): Promise<void> {
  return Promise.resolve();
}

export const canOpenLocationSettings = false;
