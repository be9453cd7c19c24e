import { otherPlaceHere, type Place } from "@/features/customers/places";
import type { Moment } from "@/platform/monotonic";

/** Where somebody has said that they check in. */
export interface Choice {
  key: string;
  /** When the position was taken that they chose by, or checked in with; null: there was none. */
  at: Moment | null;
  /** They have checked in there. */
  isDone: boolean;
}

/**
 * Whether a choice still says where somebody means to check in: always for the position that it was made by; at a later one not after a
 * check-in there, nor where one stands inside another place.
 */
export function choiceHolds({ key, at, isDone }: Choice, places: readonly Place[], takenAt: Moment | null): boolean {
  if (takenAt === null || takenAt === at) return true;
  if (isDone) return false;
  return at === null || otherPlaceHere(places, places.find((place) => place.key === key) ?? null) === null;
}
