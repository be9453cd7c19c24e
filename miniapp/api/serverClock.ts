import { monotonicMs } from "@/platform/monotonic";

/*
 * The server's time on the phone: the last answer's `x-server-now` plus what a clock that nobody can set has counted since.
 * The phone's own date is used only before the first answer, and says so.
 */

interface Anchor {
  serverMs: number;
  takenAtMs: number;
}

let anchor: Anchor | null = null;

/** Takes the header of an answer; half of the way there and back belongs to the answer. */
export function anchorTo(header: unknown, sentAtMs: number): void {
  const serverMs = typeof header === "string" ? Date.parse(header) : NaN;
  if (Number.isNaN(serverMs)) return;
  const now = monotonicMs();
  anchor = { serverMs: serverMs + (now - sentAtMs) / 2, takenAtMs: now };
}

/** The server's time at a moment of the monotonic clock. */
export function serverTimeAt(atMs: number): Date {
  return anchor ? new Date(anchor.serverMs + (atMs - anchor.takenAtMs)) : new Date();
}

export const serverNow = (): Date => serverTimeAt(monotonicMs());

/** How old the anchor is; null before the first answer. */
export const anchorAgeMs = (): number | null => (anchor ? monotonicMs() - anchor.takenAtMs : null);

export const timeKind = (): "anchored" | "estimated" => (anchor ? "anchored" : "estimated");
