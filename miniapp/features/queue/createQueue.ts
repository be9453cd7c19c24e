import {
  type CommandAnswer,
  failuresAfter,
  isFailure,
  nextToSend,
  type Outcome,
  outcomeOf,
  type QueueProblem,
  type QueueState,
  queueStatesOf,
  restMsAfter,
  type Room,
  roomOf,
  syncLimits,
} from "@shared/domain/commandQueue";
import { createQueueStore, type QueueItem, type StoragePorts } from "./queueStore";

export type { QueueItem } from "./queueStore";

/** A command as pages hand it in, with the answer as far as this phone can say it, which lists draw meanwhile. */
export type NewCommand = Omit<
  QueueItem,
  "owner" | "tries" | "failures" | "failedAtMs" | "isUnsure" | "state" | "problem"
>;

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
  storage: StoragePorts;
  /** Who is here; null while nobody is. */
  owner: () => string | null;
  /**
   * Asks the server. What it has not answered is missing.
   * @throws where there was no answer of its own, or the request was refused as a whole
   */
  send: (owner: string, items: readonly QueueItem[]) => Promise<ReadonlyMap<string, ItemAnswer>>;
  /** Runs it while no other tab of the browser sends. */
  alone: (run: () => Promise<void>) => Promise<void>;
  /** Whether an answer is what its operation answers. */
  understood: (item: QueueItem, body: Record<string, unknown>) => boolean;
  /** Whether the phone has a network, as far as it says. */
  hasNetwork: () => boolean;
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
  | { outcome: Exclude<Outcome, "confirmed">; problem: QueueProblem };

/** What is true of a command that the person does not want: it is gone, it had arrived, or it may have. */
export type Dropped = "dropped" | "arrived" | "unsure";

export interface CommandQueue {
  /**
   * Keeps a command, and begins to send it. It is on the phone's storage when this returns, unless that refused. Where nobody is in it
   * is refused: it would be nobody's.
   */
  add: (command: NewCommand) => { isKept: boolean; told: Promise<Told> };
  /** Of the person who is here, in the order of the taps; the same list until something changes. */
  list: () => readonly QueueEntry[];
  /** How many of each kind wait, by whose they are: of others nothing more is told. */
  countsByOwner: () => ReadonlyMap<string, ReadonlyMap<string, number>>;
  room: () => Room;
  /** @returns what ends it */
  watch: (listener: () => void) => () => void;
  /** Sends what waits, whatever was tried just now. */
  sendNow: () => Promise<void>;
  /** The person wants one that waits for their word to be tried again. @param said what they answer to the server's question, as its body says it */
  retry: (commandId: string, said?: object) => Promise<void>;
  /** The person's word: it is not to be sent any more. One that is on its way is waited for, to tell what became of it. */
  drop: (commandId: string) => Promise<Dropped>;
  /** The same of all that wait here, as on signing out: nothing of them is sent because another one of them has gone. */
  dropAll: () => void;
  /** Another tab has written to the storage, under this name; null: it has emptied it. */
  changedElsewhere: (name: string | null) => void;
}

/** One that is on its way, as it was sent. */
interface Underway {
  item: QueueItem;
  /** It had been sent before, and nobody knows what became of that. */
  wasUnsure: boolean;
}

/** The server's word on one; or why there is none, and whether it may have been done all the same. */
type Reply = { answer: ItemAnswer } | { problem: QueueProblem; mayBeDone: boolean };

interface Waiter {
  body: object;
  tell: (told: Told) => void;
}

const isAboutSame = (a: Pick<QueueItem, "params">, b: Pick<QueueItem, "params">): boolean =>
  a.params !== undefined && b.params !== undefined && isSameBody(a.params, b.params);

const isSameBody = (a: object, b: object): boolean => a === b || JSON.stringify(a) === JSON.stringify(b);

/** The one place where commands of the phone wait: everything that it does, it does from what the storage lists. */
export function createQueue(ports: QueuePorts): CommandQueue {
  const store = createQueueStore(ports.storage, ports.bytesMax);
  const sending = new Set<string>();
  /** Those that the server and this program do not understand each other about, until something tells that they may. */
  const outdated = new Set<string>();
  /** When one may be sent again. */
  const restsUntilMs = new Map<string, number>();
  const waiters = new Map<string, Waiter[]>();
  /** Those that this program has sent, for whoever still looks at them. */
  const arrived = new Set<string>();
  const droppers = new Map<string, (told: Dropped) => void>();
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

  function ofHere(commandId: string): { owner: string; commandId: string } {
    store.refresh();
    return { owner: ports.owner() ?? "", commandId };
  }

  /** Tells those who asked for what was sent. */
  function tell({ commandId, body }: QueueItem, told: Told): void {
    const [asked, later]: [Waiter[], Waiter[]] = [[], []];
    for (const one of waiters.get(commandId) ?? []) (isSameBody(one.body, body) ? asked : later).push(one);
    if (later.length > 0) waiters.set(commandId, later);
    else waiters.delete(commandId);
    for (const one of asked) one.tell(told);
  }

  function tellDropped(commandId: string, told: Dropped): void {
    droppers.get(commandId)?.(told);
    droppers.delete(commandId);
  }

  /** What goes later, such as behind one that rests: whoever waits for its answer need not wait any longer. */
  function tellOfLater(): void {
    const later = [...waiters.values()].flat();
    waiters.clear();
    for (const one of later) one.tell({ outcome: "again", problem: notAnswered });
  }

  /** Takes what came back for one. */
  function settle({ item, wasUnsure }: Underway, reply: Reply): void {
    const { commandId } = item;
    const answer = "answer" in reply ? reply.answer : null;
    const said = answer && saidBy(answer, ports.understood(item, answer.body));
    const outcome: Outcome = said ? outcomeOf(said) : "again";
    const present = store.readAgain(item);
    // Written anew meanwhile, here or in another tab: what was answered is about the old one.
    const isPresent = present !== null && isSameBody(present.body, item.body);
    if (answer && outcome === "confirmed") {
      arrived.add(commandId);
      ports.confirmed(present === null || isPresent ? item : { ...item, draft: null }, answer.body);
      if (isPresent) forget(item);
      tellDropped(commandId, "arrived");
      return tell(item, { outcome, answer: answer.body });
    }
    const problem = answer && said ? problemBy(answer, said, outcome) : problemIn(reply);
    const mayBeDone = "answer" in reply ? reply.answer.status < 300 : reply.mayBeDone;
    const isUnsure = outcome !== "refused" && (mayBeDone || wasUnsure);
    if (outcome === "outdated") outdated.add(commandId);
    if (outcome === "again") restsUntilMs.set(commandId, ports.nowMs() + restMsAfter(item.tries + 1));
    if (isPresent) {
      store.change(item, {
        isUnsure,
        problem,
        ...(outcome === "refused" ? { state: "refused" } : { tries: item.tries + 1 }),
        ...(said && isFailure(said) && failuresAfter(item, ports.nowMs())),
      });
    }
    tellDropped(commandId, isUnsure ? "unsure" : "dropped");
    tell(item, { outcome: outcome === "confirmed" ? "again" : outcome, problem });
  }

  function forget(item: QueueItem): void {
    restsUntilMs.delete(item.commandId);
    outdated.delete(item.commandId);
    store.remove(item);
  }

  /** As the storage has them at this moment, and noted there as sent: whatever happens next, nobody says that they were not. */
  function takeAlong(chosen: readonly QueueItem[]): Underway[] {
    return chosen.flatMap((one) => {
      const item = store.readAgain(one);
      if (!item || item.state === "refused") return [];
      const marked = item.isUnsure ? item : store.change(item, { isUnsure: true });
      return marked ? [{ item: marked, wasUnsure: item.isUnsure }] : [];
    });
  }

  async function sendBatch(owner: string, chosen: readonly QueueItem[]): Promise<void> {
    const wasOff = !ports.hasNetwork();
    const batch = takeAlong(chosen);
    for (const { item } of batch) sending.add(item.commandId);
    changed();
    try {
      const items = batch.map(({ item }) => item);
      const answers = items.length === 0 ? new Map<string, ItemAnswer>() : await ports.send(owner, items);
      batchMax = syncLimits.items;
      for (const one of batch) {
        const answer = answers.get(one.item.commandId);
        settle(one, answer ? { answer } : { problem: notAnswered, mayBeDone: true });
      }
    } catch (error) {
      // Where the phone had no network before and after, nothing has left it.
      const hasLeft = !wasOff || ports.hasNetwork();
      takeFailed(batch, { ...ports.problemOf(error), hasLeft });
    } finally {
      sending.clear();
      changed();
    }
  }

  /** The request came to nothing as a whole. */
  function takeFailed(
    batch: readonly Underway[],
    { problem, isOfContent, hasLeft }: ReturnType<QueuePorts["problemOf"]> & { hasLeft: boolean },
  ): void {
    const { status, code, details } = problem;
    const isSpoken = typeof details.code === "string" || isOfContent;
    const isBroken = isSpoken && isFailure({ status: status ?? 0, code, understood: false });
    // One of them may be what spoils the request, or what the server breaks on before it answers: it is found by halves.
    if (batch.length > 1) batchMax = Math.ceil(batch.length / 2);
    for (const one of batch) {
      if (batch.length === 1 && (isOfContent || isBroken))
        settle(one, { answer: { status: status ?? 400, body: { ...details, code } } });
      else if (isOfContent) {
        store.change(one.item, { isUnsure: one.wasUnsure });
        tellDropped(one.item.commandId, one.wasUnsure ? "unsure" : "dropped");
      } else settle(one, { problem, mayBeDone: hasLeft && (!isSpoken || isBroken) });
    }
  }

  function chosenOf(owner: string): QueueItem[] {
    store.refresh();
    const nowMs = ports.nowMs();
    const rests = ({ commandId, tries }: QueueItem) => isResting(restsUntilMs.get(commandId), tries, nowMs);
    return nextToSend(store.ofOwner(owner), { isResting: rests, outdated, itemsMax: batchMax });
  }

  async function work(): Promise<void> {
    for (;;) {
      isWanted = false;
      const owner = ports.owner();
      if (owner === null || chosenOf(owner).length === 0) return;
      await ports.alone(async () => {
        // Another tab may have sent them while this one waited for its turn, and another person may be here.
        const chosen = ports.owner() === owner ? chosenOf(owner) : [];
        if (chosen.length > 0) await sendBatch(owner, chosen);
      });
    }
  }

  async function workWhileWanted(): Promise<void> {
    do await work();
    while (isWanted);
  }

  /** The next try, for as long as something waits. */
  function planNext(): void {
    callOff?.();
    const untilMs = store.ofOwner(ports.owner()).flatMap(({ state, commandId }) => {
      const until = state === "waiting" && !outdated.has(commandId) ? restsUntilMs.get(commandId) : undefined;
      return until === undefined ? [] : [until];
    });
    const soonestMs = untilMs.reduce((soonest, one) => Math.min(soonest, one), Number.POSITIVE_INFINITY);
    callOff = untilMs.length > 0 ? ports.later(Math.max(0, soonestMs - ports.nowMs()), begin) : null;
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
      else tellOfLater();
    });
    return underway;
  }

  return {
    add(command) {
      const owner = ports.owner();
      if (owner === null) return { isKept: false, told: Promise.resolve({ outcome: "refused", problem: ofNobody }) };
      store.refresh();
      // The same form sent again, such as after it was put right, takes the place of what was kept of it.
      const before = store.readAgain({ owner, commandId: command.commandId });
      const isUnsure = before?.isUnsure ?? false;
      // As another command about the same thing, such as on top of what came in between: what was refused of that form has been put right
      // by it. Something new, as two tabs may begin under one name, puts nothing right.
      for (const other of store.ofOwner(owner)) {
        const isSameForm = command.draft !== null && other.draft === command.draft && isAboutSame(other, command);
        if (isSameForm && other.commandId !== command.commandId && other.state === "refused") forget(other);
      }
      const untried = { tries: 0, failures: 0, failedAtMs: null, state: "waiting", problem: null } as const;
      const isKept = store.put({ ...command, ...untried, owner, isUnsure });
      restsUntilMs.delete(command.commandId);
      outdated.delete(command.commandId);
      arrived.delete(command.commandId);
      const told = new Promise<Told>((resolve) => {
        const waiter = { body: command.body, tell: resolve };
        waiters.set(command.commandId, [...(waiters.get(command.commandId) ?? []), waiter]);
      });
      changed();
      // What is under way goes on by itself to what has just come in.
      begin();
      return { isKept, told };
    },
    list() {
      const owner = ports.owner();
      if (!isStale && owner === entriesOf) return entries;
      store.refresh();
      const own = store.ofOwner(owner);
      const looks = queueStatesOf(own, { sending, outdated });
      entries = own.map((item) => ({
        ...item,
        look: looks.get(item.commandId) ?? "waiting",
        isKept: store.isKept(item),
      }));
      entriesOf = owner;
      isStale = false;
      return entries;
    },
    countsByOwner() {
      store.refresh();
      const counts = new Map<string, Map<string, number>>();
      for (const { owner, kind } of store.all()) {
        const ofOne = counts.get(owner) ?? new Map<string, number>();
        counts.set(owner, ofOne.set(kind, (ofOne.get(kind) ?? 0) + 1));
      }
      return counts;
    },
    room: () => roomOf(store.usedBytes(), ports.bytesMax),
    watch(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    sendNow() {
      restsUntilMs.clear();
      outdated.clear();
      changed();
      return run();
    },
    retry(commandId, said) {
      const item = store.readAgain(ofHere(commandId));
      const body = item && said ? { body: { ...item.body, ...said } } : {};
      store.change(ofHere(commandId), { ...body, state: "waiting", problem: null, failures: 0, failedAtMs: null });
      restsUntilMs.delete(commandId);
      outdated.delete(commandId);
      changed();
      return run();
    },
    drop(commandId) {
      const item = store.readAgain(ofHere(commandId));
      // It has gone meanwhile, from here or from another tab.
      if (!item) {
        changed();
        return Promise.resolve(arrived.has(commandId) ? "arrived" : "unsure");
      }
      const isOnItsWay = sending.has(commandId);
      forget(item);
      const told = isOnItsWay
        ? new Promise<Dropped>((resolve) => void droppers.set(commandId, resolve))
        : Promise.resolve<Dropped>(item.isUnsure ? "unsure" : "dropped");
      changed();
      begin();
      return told;
    },
    dropAll() {
      store.refresh();
      for (const item of store.ofOwner(ports.owner())) forget(item);
      changed();
      begin();
    },
    changedElsewhere(name) {
      store.seeAgain(name);
      changed();
    },
  };
}

/** A date that was set back would let one rest for hours: none rests longer than it was told to. */
function isResting(untilMs: number | undefined, tries: number, nowMs: number): boolean {
  return untilMs !== undefined && nowMs < untilMs && untilMs - nowMs <= restMsAfter(tries + 1);
}

const ofNobody: QueueProblem = { code: "session.missing", status: null, details: {} };
const notAnswered: QueueProblem = { code: "server.failed", status: null, details: {} };

function saidBy({ status, body }: ItemAnswer, understood: boolean): CommandAnswer {
  const code = typeof body.code === "string" ? body.code : null;
  const fields: unknown[] = Array.isArray(body.fields) ? body.fields : [];
  const faults = fields.flatMap((field) => {
    const fault = typeof field === "object" && field !== null ? (field as { code?: unknown }).code : null;
    return typeof fault === "string" ? [fault] : [];
  });
  return { status, code, faults, understood };
}

/** Of an answer that was not understood nothing is kept. */
function problemBy({ status, body }: ItemAnswer, { code }: CommandAnswer, outcome: Outcome): QueueProblem {
  const details = status >= 400 ? body : {};
  return { code: outcome === "outdated" || code === null ? "outdated" : code, status, details };
}

const problemIn = (reply: Reply): QueueProblem => ("problem" in reply ? reply.problem : notAnswered);
