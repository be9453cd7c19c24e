import type { TimeKind } from "./checkIn";

/*
 * The rules of the queue on the phone: what is kept of a command until it is known what became of it, what goes next, and what an
 * answer does to it. Storage, network and clock are the phone's: `miniapp/features/queue`.
 */

export interface QueuedCommand {
  /** Made at the tap. Sent again after a lost answer, it is the same command. */
  commandId: string;
  /** The operation's id. */
  kind: string;
  /** As in the operation's path. */
  params?: Record<string, string>;
  body: object;
  /** Whose it is: in nobody else's name is it sent, and nobody else sees it. */
  owner: string;
  /** Within one lane, such as of one customer, the order of the taps is kept. */
  lane: string;
  /** The command without which this one means nothing, such as the check-in of a record; null where there is none. */
  after: string | null;
  captured: { at: string; kind: TimeKind };
  /** How often it was sent without an answer that says what became of it. */
  tries: number;
  state: "waiting" | "refused";
  /** Why it was refused, or was not done at the last try. */
  problem: QueueProblem | null;
}

export interface QueueProblem {
  code: string;
  /** Null where the server did not speak. */
  status: number | null;
  /** The server's own words (problem details), as far as it spoke. */
  details: Record<string, unknown>;
}

/** As the person sees it. "held": what it stands on was refused. */
export type QueueState = "waiting" | "sending" | "refused" | "held";

export function queueStateOf(
  item: QueuedCommand,
  items: readonly QueuedCommand[],
  sending: ReadonlySet<string>,
): QueueState {
  if (item.state === "refused") return "refused";
  if (sending.has(item.commandId)) return "sending";
  return isHeld(item, items) ? "held" : "waiting";
}

const standsOn = (item: QueuedCommand, items: readonly QueuedCommand[]): QueuedCommand | undefined =>
  item.after === null ? undefined : items.find(({ commandId }) => commandId === item.after);

/** Whether it waits for the person to decide about another one, at whatever distance. */
function isHeld(item: QueuedCommand, items: readonly QueuedCommand[]): boolean {
  const base = standsOn(item, items);
  return base !== undefined && (base.state === "refused" || isHeld(base, items));
}

/** What one request may carry (`sync.send`), with room for what goes around the commands. */
export const syncLimits = { items: 50, bytes: 180 * 1024 };

/**
 * What is sent next, in the order of the taps. Behind one that has to wait, its lane waits as well; behind one that was refused
 * only what stands on that.
 * @param items as they were tapped, all of one owner
 * @param isResting whether one was tried just now and waits for its time
 * @param itemsMax fewer where a request as a whole was refused
 */
export function nextToSend<Item extends QueuedCommand>(
  items: readonly Item[],
  isResting: (item: Item) => boolean,
  itemsMax: number = syncLimits.items,
): Item[] {
  const batch: Item[] = [];
  const waitingLanes = new Set<string>();
  let bytes = 0;
  for (const item of items) {
    if (item.state === "refused" || waitingLanes.has(item.lane) || isHeld(item, items)) continue;
    // What it stands on is sent first, and answered.
    if (isResting(item) || standsOn(item, items)) {
      waitingLanes.add(item.lane);
      continue;
    }
    bytes += bytesOf(item.body);
    if (batch.length === itemsMax || (bytes > syncLimits.bytes && batch.length > 0)) break;
    batch.push(item);
  }
  return batch;
}

/** What becomes of a command by an answer: done, asked again later, or put before the person. */
export type Outcome = "confirmed" | "again" | "refused";

/** @param understood the answer has its contract's shape: somebody in between says many things with 200 */
export function outcomeOf(answer: { status: number; code: string | null; understood: boolean }): Outcome {
  const { status, code, understood } = answer;
  if (status >= 200 && status < 300) return understood ? "confirmed" : "again";
  if (status < 400 || status >= 500 || [401, 408, 425, 429].includes(status)) return "again";
  return code === null || code === "conflict.busy" || code === "sync.otherMember" ? "again" : "refused";
}

const firstRestMs = 2_000;
const restMaxMs = 5 * 60_000;

/** How long after so many tries in vain the next one comes, unless something tells that it may be worth while. */
export const restMsAfter = (tries: number): number =>
  Math.min(restMaxMs, firstRestMs * 2 ** Math.min(20, Math.max(0, tries - 1)));

/** How much room there is: said before there is none. */
export type Room = "enough" | "little" | "none";

const littleFrom = 0.8;

export function roomOf(usedBytes: number, maxBytes: number): Room {
  if (usedBytes > maxBytes) return "none";
  return usedBytes > maxBytes * littleFrom ? "little" : "enough";
}

/** Bytes of a value as JSON in UTF-8. */
export function bytesOf(value: unknown): number {
  const text = JSON.stringify(value) ?? "";
  let bytes = 0;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    // Each half of a character that takes two makes up for half of its four bytes.
    bytes += unit < 0x80 ? 1 : unit < 0x800 || (unit >= 0xd800 && unit <= 0xdfff) ? 2 : 3;
  }
  return bytes;
}

const namePattern = /^q:(\d{10}):(.+)$/;

/** One storage key for each item, so that the list is what the storage lists: no index that could be lost. */
export const queueNameOf = (seq: number, commandId: string): string =>
  `q:${String(seq).padStart(10, "0")}:${commandId}`;

/** The place in the order of the taps; null for a name of something else. */
export function seqOfName(name: string): number | null {
  const [, seq] = namePattern.exec(name) ?? [];
  return seq === undefined ? null : Number(seq);
}
