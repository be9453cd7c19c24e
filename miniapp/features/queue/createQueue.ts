import {
  bytesOf,
  nextToSend,
  type Outcome,
  outcomeOf,
  type QueuedCommand,
  type QueueProblem,
  queueNameOf,
  type QueueState,
  queueStateOf,
  restMsAfter,
  type Room,
  roomOf,
  seqOfName,
  syncLimits,
} from "@shared/domain/commandQueue";

/** A command as pages hand it in, with the answer as far as this phone can say it, which lists draw meanwhile. */
export type NewCommand = Omit<QueueItem, "owner" | "tries" | "state" | "problem">;

export interface QueueItem extends QueuedCommand {
  /** Whom or what it is about, as the person knows it. */
  about: string;
  /** The answer that is expected. */
  shown: Record<string, unknown>;
  /** The draft that it was made of: it goes once the command has arrived. */
  draft: string | null;
  /** The page on which it was made. */
  opens: string;
}

export interface QueueEntry extends QueueItem {
  look: QueueState;
  /** The storage had no room: it lasts while the program runs. */
  isKept: boolean;
}

export interface ItemAnswer {
  status: number;
  body: Record<string, unknown>;
}

export interface QueuePorts {
  storage: {
    names: () => string[];
    read: (name: string) => unknown;
    /** @returns false where there was no room */
    write: (name: string, value: unknown) => boolean;
    remove: (name: string) => void;
  };
  /** Who is here; null while nobody is. */
  owner: () => string | null;
  /**
   * Asks the server. What it has not answered is missing.
   * @throws where there was no answer of its own, or the request was refused as a whole
   */
  send: (owner: string, items: readonly QueueItem[]) => Promise<ReadonlyMap<string, ItemAnswer>>;
  /** Whether an answer is what its operation answers. */
  understood: (item: QueueItem, body: Record<string, unknown>) => boolean;
  /** What is known of a request that failed, and whether it was refused for what it holds. */
  problemOf: (error: unknown) => { problem: QueueProblem; isOfContent: boolean };
  /** Runs before a command that has arrived is forgotten. */
  confirmed: (item: QueueItem, answer: Record<string, unknown>) => void;
  nowMs: () => number;
  /** @returns what calls it off */
  later: (ms: number, run: () => void) => () => void;
  bytesMax: number;
}

/** What became of a command at the try that was under way, or at the next one. */
export type Told =
  | { outcome: "confirmed"; answer: Record<string, unknown> }
  | { outcome: "again" | "refused"; problem: QueueProblem };

export interface CommandQueue {
  /** Keeps a command, and begins to send it. It is on the phone's storage when this returns, unless that refused. */
  add: (command: NewCommand) => { isKept: boolean; told: Promise<Told> };
  /** Of the person who is here, in the order of the taps; the same list until something changes. */
  list: () => readonly QueueEntry[];
  room: () => Room;
  /** @returns what ends it */
  watch: (listener: () => void) => () => void;
  /** Sends what waits, whatever was tried just now. */
  sendNow: () => Promise<void>;
  /** The person wants a refused one to be tried again. */
  retry: (commandId: string) => Promise<void>;
  /** The person's word: it is not to be sent. */
  drop: (commandId: string) => void;
}

/** The one place where commands of the phone wait: everything that it does, it does from what the storage lists. */
export function createQueue(ports: QueuePorts): CommandQueue {
  const { storage } = ports;
  /** What is in the storage, read once, and what that had no room for. */
  const items = new Map<string, QueueItem>();
  const unkept = new Set<string>();
  const sending = new Set<string>();
  /** When one may be sent again. */
  const restsUntilMs = new Map<string, number>();
  const waiters = new Map<string, ((told: Told) => void)[]>();
  const listeners = new Set<() => void>();
  let entries: readonly QueueEntry[] = [];
  let entriesOf: string | null = null;
  let isStale = true;
  let batchMax = syncLimits.items;
  let underway: Promise<void> | null = null;
  /** Somebody has asked for it since the last look. */
  let isWanted = false;
  let callOff: (() => void) | null = null;

  function changed(): void {
    isStale = true;
    for (const listener of listeners) listener();
  }

  /** Another tab may have added or sent some. */
  function refresh(): void {
    const listed = new Set(storage.names().filter((name) => seqOfName(name) !== null));
    for (const name of items.keys()) if (!listed.has(name) && !unkept.has(name)) items.delete(name);
    for (const name of listed) {
      const item = items.has(name) ? null : readItem(storage.read(name));
      if (item) items.set(name, item);
    }
    // What had no room gets some as soon as there is any.
    for (const name of unkept) {
      const item = items.get(name);
      if (item && hasRoom(item)) keep(name, item);
    }
  }

  const sorted = (): [string, QueueItem][] => [...items].sort(([a], [b]) => (a < b ? -1 : 1));
  const ofOwner = (owner: string | null): QueueItem[] =>
    sorted().flatMap(([, item]) => (item.owner === owner ? [item] : []));
  const ownOne = (commandId: string): QueueItem | undefined =>
    ofOwner(ports.owner()).find((item) => item.commandId === commandId);
  const usedBytes = (): number =>
    [...items].reduce((sum, [name, item]) => sum + (unkept.has(name) ? 0 : bytesOf(item)), 0);
  const hasRoom = (item: QueueItem): boolean => roomOf(usedBytes() + bytesOf(item), ports.bytesMax) !== "none";

  function keep(name: string, item: QueueItem): boolean {
    items.set(name, item);
    const isKept = (!unkept.has(name) || hasRoom(item)) && storage.write(name, item);
    if (isKept) unkept.delete(name);
    else unkept.add(name);
    return isKept;
  }

  function keepNew(name: string, item: QueueItem): boolean {
    if (!hasRoom(item)) unkept.add(name);
    return keep(name, item);
  }

  const nameOfItem = (item: QueueItem): string | undefined =>
    sorted().find(([, one]) => one.commandId === item.commandId && one.owner === item.owner)?.[0];

  function change(item: QueueItem, part: Partial<QueueItem>): void {
    const name = nameOfItem(item);
    if (name === undefined) return;
    // Sent or dropped by another tab meanwhile: that holds.
    if (!unkept.has(name) && storage.read(name) === null) items.delete(name);
    else keep(name, { ...item, ...part });
  }

  function remove(item: QueueItem): void {
    const name = nameOfItem(item);
    restsUntilMs.delete(item.commandId);
    if (name === undefined) return;
    items.delete(name);
    unkept.delete(name);
    storage.remove(name);
  }

  function tell(item: QueueItem, told: Told): void {
    const waiting = waiters.get(item.commandId) ?? [];
    waiters.delete(item.commandId);
    for (const one of waiting) one(told);
  }

  /** Takes one answer; null where there was none. */
  function settle(item: QueueItem, answer: ItemAnswer | null, unanswered: QueueProblem): void {
    const code = typeof answer?.body.code === "string" ? answer.body.code : null;
    const outcome: Outcome = answer
      ? outcomeOf({ status: answer.status, code, understood: ports.understood(item, answer.body) })
      : "again";
    if (answer && outcome === "confirmed") {
      ports.confirmed(item, answer.body);
      remove(item);
      return tell(item, { outcome, answer: answer.body });
    }
    const problem = answer
      ? { code: code ?? "outdated", status: answer.status, details: detailsOf(answer) }
      : unanswered;
    if (outcome === "refused") return refuse(item, problem);
    const tries = item.tries + 1;
    restsUntilMs.set(item.commandId, ports.nowMs() + restMsAfter(tries));
    change(item, { tries, problem });
    tell(item, { outcome: "again", problem });
  }

  function refuse(item: QueueItem, problem: QueueProblem): void {
    change(item, { state: "refused", problem });
    tell(item, { outcome: "refused", problem });
  }

  async function sendBatch(owner: string, batch: QueueItem[]): Promise<void> {
    for (const { commandId } of batch) sending.add(commandId);
    changed();
    try {
      const answers = await ports.send(owner, batch);
      batchMax = syncLimits.items;
      for (const item of batch) settle(item, answers.get(item.commandId) ?? null, notAnswered);
    } catch (error) {
      const { problem, isOfContent } = ports.problemOf(error);
      const [only] = batch;
      // One of them spoils the request: it is found by halves.
      if (isOfContent && batch.length > 1) batchMax = Math.ceil(batch.length / 2);
      else if (isOfContent && only) refuse(only, problem);
      else for (const item of batch) settle(item, null, problem);
    } finally {
      sending.clear();
      changed();
    }
  }

  async function work(): Promise<void> {
    for (;;) {
      isWanted = false;
      const owner = ports.owner();
      if (owner === null) return;
      refresh();
      const nowMs = ports.nowMs();
      const rests = (item: QueueItem) => isResting(restsUntilMs.get(item.commandId), item.tries, nowMs);
      const batch = nextToSend(ofOwner(owner), rests, batchMax);
      if (batch.length === 0) return;
      await sendBatch(owner, batch);
    }
  }

  async function workWhileWanted(): Promise<void> {
    do await work();
    while (isWanted);
  }

  /** The next try, for as long as something waits. */
  function planNext(): void {
    callOff?.();
    const waiting = ofOwner(ports.owner()).filter(({ state }) => state === "waiting");
    const untilMs = waiting.flatMap(({ commandId }) => restsUntilMs.get(commandId) ?? []);
    callOff = untilMs.length > 0 ? ports.later(Math.max(0, Math.min(...untilMs) - ports.nowMs()), begin) : null;
  }

  function begin(): void {
    void run();
  }

  function run(): Promise<void> {
    isWanted = true;
    underway ??= workWhileWanted().finally(() => {
      underway = null;
      planNext();
      if (isWanted) begin();
    });
    return underway;
  }

  return {
    add(command) {
      const owner = ports.owner() ?? "nobody";
      refresh();
      const seq = 1 + Math.max(0, ...[...items.keys()].map((one) => seqOfName(one) ?? 0));
      const item: QueueItem = { ...command, owner, tries: 0, state: "waiting", problem: null };
      // The same form sent again, such as after it was put right, takes the place of what was refused.
      const name = nameOfItem(item) ?? queueNameOf(seq, command.commandId);
      // What is on its way is not changed any more.
      const isKept = sending.has(item.commandId) ? !unkept.has(name) : keepNew(name, item);
      restsUntilMs.delete(item.commandId);
      const told = new Promise<Told>((resolve) => {
        waiters.set(item.commandId, [...(waiters.get(item.commandId) ?? []), resolve]);
      });
      changed();
      // What is under way goes on by itself to what has just come in.
      begin();
      return { isKept, told };
    },
    list() {
      const owner = ports.owner();
      if (!isStale && owner === entriesOf) return entries;
      refresh();
      const own = ofOwner(owner);
      const kept = (item: QueueItem) => !unkept.has(nameOfItem(item) ?? "");
      entries = own.map((item) => ({ ...item, look: queueStateOf(item, own, sending), isKept: kept(item) }));
      entriesOf = owner;
      isStale = false;
      return entries;
    },
    room: () => roomOf(usedBytes(), ports.bytesMax),
    watch(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    sendNow() {
      restsUntilMs.clear();
      changed();
      return run();
    },
    retry(commandId) {
      const item = ownOne(commandId);
      if (item?.state === "refused") change(item, { state: "waiting", problem: null });
      changed();
      return run();
    },
    drop(commandId) {
      const item = ownOne(commandId);
      if (item && !sending.has(commandId)) remove(item);
      changed();
      begin();
    },
  };
}

/** A date that was set back would let one rest for hours: none rests longer than it was told to. */
function isResting(untilMs: number | undefined, tries: number, nowMs: number): boolean {
  return untilMs !== undefined && nowMs < untilMs && untilMs - nowMs <= restMsAfter(tries + 1);
}

const notAnswered: QueueProblem = { code: "server.failed", status: null, details: {} };

/** Of an answer that was not understood nothing is kept. */
const detailsOf = ({ status, body }: ItemAnswer): Record<string, unknown> => (status >= 400 ? body : {});

/** What another version of this program has kept is sent as it stands; what is no command at all is left where it is. */
function readItem(kept: unknown): QueueItem | null {
  if (typeof kept !== "object" || kept === null) return null;
  const item = kept as Partial<QueueItem>;
  if (typeof item.commandId !== "string" || typeof item.owner !== "string" || typeof item.kind !== "string")
    return null;
  if (typeof item.body !== "object" || item.body === null) return null;
  return {
    ...(item.params && { params: item.params }),
    commandId: item.commandId,
    kind: item.kind,
    body: item.body,
    owner: item.owner,
    lane: item.lane ?? item.commandId,
    after: item.after ?? null,
    captured: item.captured ?? { at: "", kind: "uncertain" },
    tries: item.tries ?? 0,
    state: item.state === "refused" ? "refused" : "waiting",
    problem: item.problem ?? null,
    about: item.about ?? "",
    shown: item.shown ?? {},
    draft: item.draft ?? null,
    opens: item.opens ?? "",
  };
}
