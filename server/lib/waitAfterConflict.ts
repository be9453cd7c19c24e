import { setTimeout as sleep } from "node:timers/promises";

/**
 * Waits before the next try: up to `baseMs` after the first, twice as much each time, at most `maxMs`.
 * The wait is drawn at random below that, so that those who collided do not collide again.
 */
export async function waitAfterConflict(attempt: number, { baseMs = 8, maxMs = 400 } = {}): Promise<void> {
  const limitMs = Math.min(maxMs, baseMs * 2 ** Math.min(attempt, 20));
  await sleep(1 + Math.random() * limitMs);
}
