import Taro from "@tarojs/taro";
import { thisMoment } from "../monotonic";
import { withinTime } from "../timeLimit";
import { LocationError, type LocationReason, type TakenFix } from "../types";

const reasons: [RegExp, LocationReason][] = [
  // Before the others: its text speaks of scope and privacy, too, and the person can do nothing about it.
  [/not declared/i, "notDeclared"],
  [/频繁|too (often|frequent)/i, "tooOften"],
  [/system permission denied|NOCELL|LOCATIONSWITCHOFF|gps closed/i, "systemRefused"],
  [/auth den|authorize|privacy|scope/i, "appRefused"],
];

/** Takes one position, in GCJ-02 as the phone gives it. Called at a tap or when 打卡 opens, never in the background. */
export async function locate(): Promise<TakenFix> {
  try {
    const place = await withinTime(
      Taro.getLocation({ type: "gcj02", isHighAccuracy: true, highAccuracyExpireTime: 4000 }),
      () => new LocationError("noAnswer", "getLocation has not answered"),
    );
    const accuracyM = typeof place.accuracy === "number" && place.accuracy > 0 ? place.accuracy : null;
    return {
      fix: { latDeg: place.latitude, lngDeg: place.longitude, accuracyM, kind: "live" },
      takenAt: thisMoment(),
    };
  } catch (cause) {
    if (cause instanceof LocationError) throw cause;
    const message = (cause as { errMsg?: string }).errMsg ?? "getLocation failed";
    throw new LocationError(reasons.find(([pattern]) => pattern.test(message))?.[1] ?? "unavailable", message);
  }
}

/** Opens the page where a refusal can be taken back. */
export async function openLocationSettings(): Promise<void> {
  await Taro.openSetting();
}

export const canOpenLocationSettings = true;

/** The demo's panel exists in the browser only: a phone stands where it stands. */
export function standAt(_where: (() => TakenFix) | null): void {
  // Nothing to do.
}
