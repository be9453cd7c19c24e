/** Milliseconds on a clock that nobody can set, where the phone has one; only differences mean anything. It pauses in sleep. */
export function monotonicMs(): number {
  return typeof performance !== "undefined" && typeof performance.now === "function" ? performance.now() : Date.now();
}

/** A moment of this run of the program, on both clocks of the phone. */
export interface Moment {
  countedMs: number;
  wallMs: number;
}

export const thisMoment = (): Moment => ({ countedMs: monotonicMs(), wallMs: Date.now() });

/** The two clocks of a phone that was awake agree this closely. */
export const disagreementMaxMs = 2 * 60_000;

/**
 * How long ago a moment was, now or at a later moment; null where the clocks disagree: the phone has slept, or its date was set, and nobody can say. Where
 * they agree the longer of both counts.
 */
export function elapsedMs(since: Moment, at: Moment = thisMoment()): number | null {
  const countedMs = at.countedMs - since.countedMs;
  const wallMs = at.wallMs - since.wallMs;
  return Math.abs(wallMs - countedMs) > disagreementMaxMs ? null : Math.max(0, countedMs, wallMs);
}
