import { thisMoment } from "../monotonic";
import { withinTime } from "../timeLimit";
import { LocationError, type LocationReason, type TakenFix } from "../types";

const reasons: Record<number, LocationReason> = { 1: "appRefused", 2: "unavailable", 3: "unavailable" };

/** A file of its own, which the first page does not wait for; it comes soon after, so that it is there where the network is not. */
const loadDatum = () => import("@shared/domain/datum");
const datumAfterMs = 2_000;
setTimeout(() => void loadDatum().catch(() => {}), datumAfterMs);

/** Without it a position would be some hundred meters off. */
const noDatum = () => new LocationError("unavailable", "what turns a position into GCJ-02 has not come");

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
  const datum = loadDatum();
  // Found as any part of the program that is missing (platform/renew): a server of another version has it no more.
  datum.catch((error: Error) => void Promise.reject(error));
  const asked = new Promise<TakenFix>((resolve, reject) => {
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        const takenAt = thisMoment();
        const accuracyM = coords.accuracy > 0 ? coords.accuracy : null;
        const turned = datum.then(({ fromWgs84 }) => fromWgs84(coords.latitude, coords.longitude));
        turned.then(
          (place) => resolve({ fix: { ...place, accuracyM, kind: "live" }, takenAt }),
          () => reject(noDatum()),
        );
      },
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
