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
  /** How often the server broke on it, as `failuresAfter` counts. */
  failures: number;
  /** When that was counted last, by the phone's date in milliseconds; null: never. */
  failedAtMs: number | null;
  /** It has been sent, and nothing has told since whether it was done. */
  isUnsure: boolean;
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

/**
 * As the person sees it. "failed": the server has broken on it too often. "outdated": this program and the server do not understand
 * each other about it. "held": what it stands on is one of those, or refused.
 */
export type QueueState = "waiting" | "sending" | "refused" | "failed" | "outdated" | "held";

/** Those that wait for the person's word. */
export const needsPerson = (state: QueueState): boolean => state !== "waiting" && state !== "sending";

/**
 * After so many the person is asked. With the time between them that is half an hour at least: a server that is started anew or mended
 * breaks on everything for minutes, and does not use them up; one that breaks on this command alone would hold its client's day up
 * for ever.
 */
export const failuresMax = 4;
export const failuresApartMs = 10 * 60_000;

/** How often the server has broken on a command, after it did so once more: again within a while is no second time. */
export function failuresAfter(
  { failures, failedAtMs }: Pick<QueuedCommand, "failures" | "failedAtMs">,
  nowMs: number,
): Pick<QueuedCommand, "failures" | "failedAtMs"> {
  // A date that was set back has passed time as well.
  const isNew = failedAtMs === null || Math.abs(nowMs - failedAtMs) >= failuresApartMs;
  return isNew ? { failures: failures + 1, failedAtMs: nowMs } : { failures, failedAtMs };
}

const hasFailed = ({ failures }: QueuedCommand): boolean => failures >= failuresMax;

/** In whose order it is sent. One that the server breaks on is by itself, so that nothing waits behind it, here and on the server. */
export const laneOf = (item: QueuedCommand): string => (hasFailed(item) ? item.commandId : item.lane);

/**
 * How the commands of one owner stand to each other.
 * @param outdated those that this program and the server do not understand each other about
 */
function standingOf(items: readonly QueuedCommand[], outdated: ReadonlySet<string>) {
  const byId = new Map(items.map((item) => [item.commandId, item]));
  const held = new Map<string, boolean>();
  const baseOf = ({ after }: QueuedCommand) => (after === null ? undefined : byId.get(after));
  const stopOf = (item: QueuedCommand): "refused" | "failed" | "outdated" | null => {
    if (item.state === "refused") return "refused";
    if (outdated.has(item.commandId)) return "outdated";
    if (!hasFailed(item)) return null;
    return item.problem?.code === "outdated" ? "outdated" : "failed";
  };
  /** Whether it waits for the person to decide about another one, at whatever distance. */
  const isHeld = (item: QueuedCommand): boolean => {
    const known = held.get(item.commandId);
    if (known !== undefined) return known;
    held.set(item.commandId, false);
    const base = baseOf(item);
    const found = base !== undefined && (stopOf(base) !== null || isHeld(base));
    held.set(item.commandId, found);
    return found;
  };
  return { baseOf, stopOf, isHeld };
}

/** How it stands with each, by its id. @param items all of one owner */
export function queueStatesOf(
  items: readonly QueuedCommand[],
  { sending, outdated }: { sending: ReadonlySet<string>; outdated: ReadonlySet<string> },
): ReadonlyMap<string, QueueState> {
  const { stopOf, isHeld } = standingOf(items, outdated);
  const stateOf = (item: QueuedCommand): QueueState => {
    if (item.state === "refused") return "refused";
    if (sending.has(item.commandId)) return "sending";
    return stopOf(item) ?? (isHeld(item) ? "held" : "waiting");
  };
  return new Map(items.map((item) => [item.commandId, stateOf(item)]));
}

/** What means nothing without this one, at whatever distance, in the order given. @param items all of one owner */
export function standingOn<Item extends Pick<QueuedCommand, "commandId" | "after">>(
  items: readonly Item[],
  commandId: string,
): Item[] {
  const reached = new Set([commandId]);
  for (let before = 0; before < reached.size;) {
    before = reached.size;
    for (const item of items) if (item.after !== null && reached.has(item.after)) reached.add(item.commandId);
  }
  return items.filter((item) => item.commandId !== commandId && reached.has(item.commandId));
}

/** What one request may carry (`sync.send`), with room for what goes around the commands. */
export const syncLimits = { items: 50, bytes: 180 * 1024 };

/**
 * What is sent next, in the order of the taps. Behind one that has to wait, its lane waits as well; behind one that waits for the person
 * only what stands on that.
 * @param items as they were tapped, all of one owner
 */
export function nextToSend<Item extends QueuedCommand>(
  items: readonly Item[],
  {
    isResting,
    outdated,
    itemsMax = syncLimits.items,
  }: {
    /** Whether one was tried just now and waits for its time. */
    isResting: (item: Item) => boolean;
    outdated: ReadonlySet<string>;
    /** Fewer where a request as a whole came to nothing. */
    itemsMax?: number;
  },
): Item[] {
  const { baseOf, isHeld } = standingOf(items, outdated);
  const batch: Item[] = [];
  const waitingLanes = new Set<string>();
  let bytes = 0;
  for (const item of items) {
    if (item.state === "refused" || outdated.has(item.commandId) || isHeld(item)) continue;
    const lane = laneOf(item);
    if (waitingLanes.has(lane)) continue;
    // What it stands on is sent first, and answered.
    if (isResting(item) || baseOf(item)) {
      waitingLanes.add(lane);
      continue;
    }
    bytes += bytesOf(item.body);
    if (batch.length === itemsMax || (bytes > syncLimits.bytes && batch.length > 0)) break;
    batch.push(item);
  }
  return batch;
}

/** An answer to one command. */
export interface CommandAnswer {
  status: number;
  /** The server's code for a refusal; null where it says none. */
  code: string | null;
  /** What was wrong with which field, as codes. */
  faults?: readonly string[];
  /** It has its contract's shape. */
  understood: boolean;
}

/** What becomes of a command by an answer: done, asked again later, or put before the person, to decide or to update the program. */
export type Outcome = "confirmed" | "again" | "refused" | "outdated";

export function outcomeOf({ status, code, faults = [], understood }: CommandAnswer): Outcome {
  if (status >= 200 && status < 300 && understood) return "confirmed";
  if (status < 400 || status >= 500 || [401, 408, 425, 429].includes(status)) return "again";
  if (code === "input.invalid" && faults.length > 0 && faults.every(isOfContract)) return "outdated";
  return code === null || code === "conflict.busy" || code === "session.otherMember" ? "again" : "refused";
}

/** The phone has made it by its own contract: where the server's is another one, one of them is older. Other faults are in what was said. */
const isOfContract = (fault: string): boolean =>
  ["field.unknown", "format.wrong", "type.wrong", "value.invalid", "value.missing"].includes(fault);

/**
 * Our server broke on it, or has done it and says so in words of another version. A gateway that cannot reach it, or one that is away
 * for now, says nothing about the command.
 */
export const isFailure = ({ status, code, understood }: CommandAnswer): boolean =>
  (status === 500 && code === "server.failed") || (status >= 200 && status < 300 && !understood);

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
