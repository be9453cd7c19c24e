import { create } from "zustand";
import type { Fix } from "@shared/domain/checkIn";
import { canOpenLocationSettings, locate, openLocationSettings } from "@/platform/location";
import { elapsedMs } from "@/platform/monotonic";
import { LocationError, type LocationReason, type TakenFix } from "@/platform/types";

/** A fix is used as live this long; then it is taken again. */
export const freshMs = 30_000;
/** Where none can be taken anew, the last one still says something this long; it is never a live one. */
const usefulMs = 10 * 60_000;

interface FixStore {
  /** The last good one, with when it was taken. */
  taken: TakenFix | null;
  /** Why there is none, or no newer one. */
  reason: LocationReason | null;
  locating: boolean;
}

/** The last position of this phone, kept in memory alone: it orders the list of clients and is never sent by itself. */
export const useFix = create<FixStore>()(() => ({ taken: null, reason: null, locating: false }));

let underway: Promise<Fix | null> | null = null;
/** Counts what was dropped: a position that was being taken then is not kept. */
let drops = 0;

/**
 * The position now, at most 30 seconds old; else the last good one where that is some minutes old, told as cached; else null. Asking
 * twice at once asks the phone once.
 */
export function takeFix(maxAgeMs: number = freshMs): Promise<Fix | null> {
  const { taken } = useFix.getState();
  const age = taken && elapsedMs(taken.takenAt);
  if (taken && age !== null && age <= maxAgeMs) return Promise.resolve(taken.fix);
  if (underway) return underway;
  const begun = drops;
  underway = take().finally(() => {
    if (begun === drops) underway = null;
  });
  return underway;
}

/** Somebody who has taken the permission back is not located by what was known before. */
const refusals: readonly LocationReason[] = ["systemRefused", "appRefused"];

async function take(): Promise<Fix | null> {
  useFix.setState({ locating: true });
  const begun = drops;
  try {
    const taken = await locate();
    if (begun !== drops) return null;
    useFix.setState({ taken, reason: null, locating: false });
    return taken.fix;
  } catch (error) {
    if (begun !== drops) return null;
    const reason = error instanceof LocationError ? error.reason : "unavailable";
    const kept = refusals.includes(reason) ? null : stillUseful(useFix.getState().taken);
    useFix.setState({ taken: kept, reason, locating: false });
    return kept && { ...kept.fix, kind: "cached" };
  }
}

/** After a sleep nobody knows how old it is: then it is worth nothing. */
function stillUseful(taken: TakenFix | null): TakenFix | null {
  const age = taken && elapsedMs(taken.takenAt);
  return age !== null && age <= usefulMs ? taken : null;
}

/** How old the last fix is; null where nobody can say. */
export const ageOf = (taken: TakenFix): number | null => elapsedMs(taken.takenAt);

/** What was known no longer holds, or may no longer be used: the consent was taken back, or the demo's panel has moved the phone. */
export function dropFix(): void {
  drops += 1;
  // Whoever asks from now on is not given what comes of it: nothing.
  underway = null;
  useFix.setState({ taken: null, reason: null, locating: false });
}

/** Whether this program can open the page where a refusal is taken back. */
export const canOpenSettings = canOpenLocationSettings;

export const openSettings = (): void => void openLocationSettings().catch(() => {});
