import { type CheckInVerdict, checkInRules } from "@shared/domain/checkIn";
import type { Formats } from "@/texts";
import type { fieldWords } from "@/texts/areas/main/field";
import type { TextsWith } from "@/texts/pageWords";

/** A place as one stands to it: `distanceM` is null where the place has no pin or the phone has no position. */
export interface PlaceAhead {
  preview: CheckInVerdict | null;
  distanceM: number | null;
  radiusM: number;
}

/** What a check-in there would be marked with, before it is made. @param accuracyM of the position; null where it is not known */
export function placeHint(
  { preview, distanceM, radiusM }: PlaceAhead,
  accuracyM: number | null,
  { field }: TextsWith<typeof fieldWords>,
  f: Formats,
): string | null {
  const accuracy = accuracyM === null ? null : f.distance(accuracyM);
  if (preview === "outside") return field.outsideHint;
  // A pin is there where a distance is.
  if (preview === "unverified") return distanceM === null ? field.unverifiedHint : field.vagueHint({ accuracy });
  if (preview !== "doubtful" || accuracyM === null || accuracy === null) return null;
  const poor = checkInRules.accuracyMaxM !== null && accuracyM > checkInRules.accuracyMaxM;
  return poor ? field.poorHint({ accuracy }) : field.doubtfulHint({ radius: f.distance(radiusM), accuracy });
}
