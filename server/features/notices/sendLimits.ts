import { type BusinessDay, type Period, periodOf } from "@shared/domain/time";

/** How much may go out within a time; beyond it WeCom refuses, or drops without a word. */
export interface Limit {
  windowMs: number;
  max: number;
}

// WeCom counts when a message arrives, we when it leaves: two seconds more keep the one from overtaking the other.
const minuteMs = 62_000;
const hourMs = 3_602_000;

export const robotLimits: Limit[] = [{ windowMs: minuteMs, max: 20 }];
export const memberLimits: Limit[] = [
  { windowMs: minuteMs, max: 30 },
  { windowMs: hourMs, max: 1_000 },
];

/**
 * Takes one place in every window.
 * @param sentAtMs real instants of what was sent, oldest first
 * @returns the new list, or the instant from which there is a place
 */
export function takePlace(
  sentAtMs: readonly number[],
  nowMs: number,
  limits: readonly Limit[],
): number[] | { freeAtMs: number } {
  const longestMs = Math.max(...limits.map(({ windowMs }) => windowMs));
  const kept = sentAtMs.filter((at) => at > nowMs - longestMs);
  let freeAtMs = 0;
  for (const { windowMs, max } of limits) {
    // With the `max`-th newest still inside, a place is free when it has left.
    const blocking = kept[kept.length - max];
    if (blocking !== undefined && blocking > nowMs - windowMs) freeAtMs = Math.max(freeAtMs, blocking + windowMs);
  }
  return freeAtMs > 0 ? { freeAtMs } : [...kept, nowMs];
}

/** How often a week a group's messages call somebody by name; after that names are only written. */
export const callsPerWeekMax = 20;

export interface CallCount {
  week: Period;
  count: number;
}

export const mayMention = (so: CallCount | undefined, today: BusinessDay): boolean =>
  so?.week !== periodOf(today, "week") || so.count < callsPerWeekMax;

export function countCall(so: CallCount | undefined, today: BusinessDay): CallCount {
  const week = periodOf(today, "week");
  return { week, count: (so?.week === week ? so.count : 0) + 1 };
}

/** Messages that a member has not asked for, a day. */
export const unaskedPerDayMax = 6;

export interface UnaskedCount {
  on: BusinessDay;
  count: number;
}

/** Counts one more unasked message; null when the day has had its share. */
export function countUnasked(so: UnaskedCount | undefined, today: BusinessDay): UnaskedCount | null {
  const count = so?.on === today ? so.count : 0;
  return count >= unaskedPerDayMax ? null : { on: today, count: count + 1 };
}
