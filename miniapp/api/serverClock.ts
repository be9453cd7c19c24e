import type { TimeKind } from "@shared/domain/checkIn";
import { disagreementMaxMs, elapsedMs, type Moment, monotonicMs, thisMoment } from "@/platform/monotonic";
import { readStored, store } from "@/platform/storage";

/*
 * The server's time on the phone: the last answer's `x-server-now`, carried forward. Within one run of the program a clock
 * that nobody can set counts on from it. That counter pauses while the phone sleeps and ends with the program, so that after
 * either the phone's own date is taken, corrected by how far it was off when the server last spoke.
 */

interface Anchor {
  serverMs: number;
  /** The phone's own date at that moment. */
  wallMs: number;
  /** The monotonic clock at that moment; null for an anchor of an earlier run, whose counter is gone. */
  countedFromMs: number | null;
}

const storedName = "clock:anchor";
const storeEveryMs = 60_000;

let anchor: Anchor | null = null;
let stored: Anchor | null = null;
const listeners = new Set<() => void>();

/**
 * Takes the header of an answer; half of the way there and back belongs to the answer. One that lay in a sleeping phone says
 * what time it was then, and nobody knows how long ago that is.
 * @param receivedAt when the answer was there: now, unless it has waited for the program
 */
export function anchorTo(header: unknown, sentAt: Moment, receivedAt: Moment = thisMoment()): void {
  const answeredMs = typeof header === "string" ? Date.parse(header) : NaN;
  const underwayMs = elapsedMs(sentAt, receivedAt);
  if (Number.isNaN(answeredMs) || underwayMs === null) return;
  const { wallMs, countedMs } = receivedAt;
  anchor = { serverMs: answeredMs + underwayMs / 2, wallMs, countedFromMs: countedMs };
  keep(anchor);
  for (const listener of listeners) listener();
}

/** Runs at every answer that says what time it is. @returns what ends that */
export function onAnchor(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

/**
 * What time it is at the server, and how that is known: "anchored" while this run counts from an answer, "estimated" by the
 * phone's date, "uncertain" where that date lies before the last answer and so is wrong: then it is at least the time given.
 */
export function reckonTime(): { at: Date; kind: TimeKind } {
  const known = anchor ?? readAnchor();
  if (!known) return { at: new Date(), kind: "estimated" };
  const countedMs = known.countedFromMs === null ? null : monotonicMs() - known.countedFromMs;
  const wallGoneMs = Date.now() - known.wallMs;
  const after = (ms: number) => new Date(known.serverMs + Math.max(0, ms));
  if (countedMs !== null && countedMs >= 0 && Math.abs(wallGoneMs - countedMs) <= disagreementMaxMs)
    return { at: after(countedMs), kind: "anchored" };
  // The counter may stand still, but it never runs ahead: a date that is behind it was set back.
  if (wallGoneMs < (countedMs ?? 0)) return { at: after(countedMs ?? 0), kind: "uncertain" };
  return { at: after(wallGoneMs), kind: "estimated" };
}

/** By how much the phone's own date is ahead of that; null where the server has never said what time it is. @param at as reckoned just now */
export const phoneAheadMs = (at: Date): number | null =>
  knowsServerTime() ? Math.round(Date.now() - at.getTime()) : null;

export const serverNow = (): Date => reckonTime().at;

/** Whether the server has ever said to this phone what time it is. */
export const knowsServerTime = (): boolean => (anchor ?? readAnchor()) !== null;

/** Kept for the next start: once a minute, and at once where the phone's date has been set. */
function keep(fresh: Anchor): void {
  const shiftMs = stored && Math.abs(fresh.serverMs - fresh.wallMs - (stored.serverMs - stored.wallMs));
  if (stored && shiftMs !== null && shiftMs < 1000 && fresh.wallMs - stored.wallMs < storeEveryMs) return;
  stored = fresh;
  store(storedName, { serverMs: fresh.serverMs, wallMs: fresh.wallMs });
}

function readAnchor(): Anchor | null {
  const kept = readStored(storedName);
  if (typeof kept !== "object" || kept === null || !("serverMs" in kept) || !("wallMs" in kept)) return null;
  const { serverMs, wallMs } = kept;
  if (typeof serverMs !== "number" || typeof wallMs !== "number") return null;
  anchor = { serverMs, wallMs, countedFromMs: null };
  return anchor;
}
