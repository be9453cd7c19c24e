import { create } from "zustand";
import type { Fix } from "@shared/domain/checkIn";
import { canOpenLocationSettings, locate, openLocationSettings } from "@/platform/location";
import { monotonicMs } from "@/platform/monotonic";
import { LocationError, type LocationReason, type TakenFix } from "@/platform/types";

/** A fix is shown and used this long; then it is taken again. */
export const freshMs = 30_000;

interface FixStore {
  taken: TakenFix | null;
  /** Why there is none. */
  reason: LocationReason | null;
  locating: boolean;
}

/** The last position of this phone, kept in memory alone: it orders the list of clients and is never sent by itself. */
export const useFix = create<FixStore>()(() => ({ taken: null, reason: null, locating: false }));

let underway: Promise<Fix | null> | null = null;

/** The position now, at most 30 seconds old; null where the phone gives none. Asking twice at once asks the phone once. */
export function takeFix(maxAgeMs: number = freshMs): Promise<Fix | null> {
  const { taken } = useFix.getState();
  if (taken && monotonicMs() - taken.takenAtMs <= maxAgeMs) return Promise.resolve(taken.fix);
  underway ??= take().finally(() => {
    underway = null;
  });
  return underway;
}

async function take(): Promise<Fix | null> {
  useFix.setState({ locating: true });
  try {
    const taken = await locate();
    useFix.setState({ taken, reason: null, locating: false });
    return taken.fix;
  } catch (error) {
    const reason = error instanceof LocationError ? error.reason : "unavailable";
    useFix.setState({ taken: null, reason, locating: false });
    return null;
  }
}

/** What was known no longer holds, such as after the demo's panel has moved the phone. */
export const dropFix = (): void => useFix.setState({ taken: null, reason: null });

/** Whether this program can open the page where a refusal is taken back. */
export const canOpenSettings = canOpenLocationSettings;

export const openSettings = (): void => void openLocationSettings().catch(() => {});
