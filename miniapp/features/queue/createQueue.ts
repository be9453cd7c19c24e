import {
  failuresAfter,
  isFailure,
  nextToSend,
  type Outcome,
  outcomeOf,
  type QueueProblem,
  queueStatesOf,
  restMsAfter,
  roomOf,
  syncLimits,
} from "@shared/domain/commandQueue";
import {
  afterSent,
  afterUnknown,
  bytesOfFiles,
  fileToSend,
  leastRoom,
  type QueuedFile,
  withoutFiles,
} from "./queuedFiles";
import type { CommandQueue, Dropped, ItemAnswer, QueueEntry, QueuePorts } from "./queuePorts";
import { createQueueStore, type QueueItem } from "./queueStore";
import { problemBy, saidBy } from "./saidBy";
import { createWaiters, isSameBody } from "./waiters";

export type { CommandQueue, Dropped, ItemAnswer, NewCommand, QueueEntry, QueuePorts, Told } from "./queuePorts";
export type { QueuedFile } from "./queuedFiles";
export type { QueueItem } from "./queueStore";

/** One that is on its way, as it was sent. */
interface Underway {
  item: QueueItem;
  /** It had been sent before, and nobody knows what became of that. */
  wasUnsure: boolean;
}

/** The server's word on one; or why there is none, and whether it may have been done all the same. */
type Reply = { answer: ItemAnswer } | { problem: QueueProblem; mayBeDone: boolean };

const isAboutSame = (a: Pick<QueueItem, "params">, b: Pick<QueueItem, "params">): boolean =>
  a.params !== undefined && b.params !== undefined && isSameBody(a.params, b.params);

/** The one place where commands of the phone wait: everything that it does, it does from what the storage lists. */
export function createQueue(ports: QueuePorts): CommandQueue {
  const store = createQueueStore(ports.storage, ports.bytesMax);
  const sending = new Set<string>();
  /** Those that the server and this program do not understand each other about, until something tells that they may. */
  const outdated = new Set<string>();
  /** Photos that the phone had no room for, and that this tab has not: the one that took them sends them. */
  const lacking = new Set<string>();
  /** When one may be sent again. */
  const restsUntilMs = new Map<string, number>();
  const waiters = createWaiters();
  /** Those that this program has sent, for whoever still looks at them. */
  const arrived = new Set<string>();
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

  /** Takes what came back for one. */
  function settle({ item, wasUnsure }: Underway, reply: Reply): void {
    const { commandId } = item;
    const answer = "answer" in reply ? reply.answer : null;
    const said = answer && saidBy(answer, ports.understood(item, answer.body));
    const sentAgain = said && afterUnknown(item, { code: said.code, fileId: fileIdIn(answer.body) });
    const outcome: Outcome = said && !sentAgain ? outcomeOf(said) : "again";
    const present = store.readAgain(item);
    // Written anew meanwhile, here or in another tab: what was answered is about the old one.
    const isPresent = present !== null && isSameBody(present.body, item.body);
    if (answer && outcome === "confirmed") {
      arrived.add(commandId);
      ports.confirmed(present === null || isPresent ? item : { ...item, draft: null }, answer.body);
      if (isPresent) forget(item);
      waiters.tellDropped(commandId, "arrived");
      return waiters.tell(item, { outcome, answer: answer.body });
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
        ...sentAgain,
        ...(outcome === "refused" ? { state: "refused" } : { tries: item.tries + 1 }),
        ...(said && isFailure(said) && failuresAfter(item, ports.nowMs())),
      });
    }
    waiters.tellDropped(commandId, isUnsure ? "unsure" : "dropped");
    waiters.tell(item, { outcome: outcome === "confirmed" ? "again" : outcome, problem });
  }

  function forget(item: QueueItem): void {
    restsUntilMs.delete(item.commandId);
    outdated.delete(item.commandId);
    store.remove(item);
    item.files.forEach(ports.files.forget);
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
        waiters.tellDropped(one.item.commandId, one.wasUnsure ? "unsure" : "dropped");
      } else settle(one, { problem, mayBeDone: hasLeft && (!isSpoken || isBroken) });
    }
  }

  /** A file goes before its command, by itself: what is smaller does not wait for it. */
  async function sendFileOf(item: QueueItem, file: QueuedFile): Promise<void> {
    const { commandId, isUnsure } = item;
    sending.add(commandId);
    changed();
    try {
      const isHere = await ports.files.send(file);
      if (!isHere && !file.isKept) return void lacking.add(file.fileId);
      // Dropped meanwhile, its command has not gone.
      if (!store.change(item, afterSent(store.readAgain(item) ?? item, file, isHere)))
        waiters.tellDropped(commandId, isUnsure ? "unsure" : "dropped");
    } catch (error) {
      const { problem } = ports.problemOf(error);
      const { status, code, details } = problem;
      const isSpoken = status !== null && status >= 400 && typeof details.code === "string";
      const reply: Reply = isSpoken
        ? { answer: { status, body: { ...details, code, fileId: file.fileId } } }
        : { problem, mayBeDone: false };
      settle({ item, wasUnsure: isUnsure }, reply);
    } finally {
      sending.clear();
      changed();
    }
  }

  const rests = ({ commandId, tries }: QueueItem) => isResting(restsUntilMs.get(commandId), tries, ports.nowMs());

  function chosenOf(owner: string): QueueItem[] {
    store.refresh();
    const waits = (item: QueueItem) => rests(item) || fileToSend(item) !== null;
    return nextToSend(store.ofOwner(owner), { isResting: waits, outdated, itemsMax: batchMax });
  }

  const isLacking = ({ isSent, fileId }: QueuedFile) => !isSent && lacking.has(fileId);

  function fileOf(owner: string): { item: QueueItem; file: QueuedFile } | null {
    const mayGo = (item: QueueItem) => item.state !== "refused" && !outdated.has(item.commandId) && !rests(item);
    for (const item of store.ofOwner(owner).filter(mayGo)) {
      const file = item.files.find((one) => !one.isSent && !isLacking(one));
      if (file) return { item, file };
    }
    return null;
  }

  async function work(): Promise<void> {
    for (;;) {
      isWanted = false;
      const owner = ports.owner();
      if (owner === null || (chosenOf(owner).length === 0 && !fileOf(owner))) return;
      await ports.alone(async () => {
        // Another tab may have sent them while this one waited for its turn, and another person may be here.
        if (ports.owner() !== owner) return;
        const chosen = chosenOf(owner);
        if (chosen.length > 0) return sendBatch(owner, chosen);
        const next = fileOf(owner);
        if (next) await sendFileOf(next.item, next.file);
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
      else waiters.tellOfLater(notAnswered);
    });
    return underway;
  }

  /** As the person wants it to be sent. */
  function tryAgain(commandId: string, part: Partial<QueueItem>): Promise<void> {
    store.change(ofHere(commandId), { ...part, state: "waiting", problem: null, failures: 0, failedAtMs: null });
    restsUntilMs.delete(commandId);
    outdated.delete(commandId);
    changed();
    return run();
  }

  return {
    add(command) {
      const owner = ports.owner();
      if (owner === null) return { isKept: false, told: Promise.resolve({ outcome: "refused", problem: ofNobody }) };
      store.refresh();
      // The same form sent again, such as after it was put right, takes the place of what was kept of it.
      const before = store.readAgain({ owner, commandId: command.commandId });
      const isUnsure = before?.isUnsure ?? false;
      const files = command.files ?? [];
      const stay = new Set(files.map(({ fileId }) => fileId));
      before?.files.filter(({ fileId }) => !stay.has(fileId)).forEach(ports.files.forget);
      // As another command about the same thing, such as on top of what came in between: what was refused of that form has been put right
      // by it. Something new, as two tabs may begin under one name, puts nothing right.
      for (const other of store.ofOwner(owner)) {
        const isSameForm = command.draft !== null && other.draft === command.draft && isAboutSame(other, command);
        if (isSameForm && other.commandId !== command.commandId && other.state === "refused") forget(other);
      }
      const untried = { tries: 0, failures: 0, failedAtMs: null, state: "waiting", problem: null } as const;
      const isKept = store.put({ ...command, ...untried, owner, isUnsure, files });
      restsUntilMs.delete(command.commandId);
      outdated.delete(command.commandId);
      arrived.delete(command.commandId);
      const told = waiters.waitFor(command);
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
        lacksFile: item.files.some(isLacking),
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
    room: () =>
      leastRoom(roomOf(store.usedBytes(), ports.bytesMax), roomOf(bytesOfFiles(store.all()), ports.files.bytesMax)),
    hasRoomForFile: (bytes) => roomOf(bytesOfFiles(store.all()) + bytes, ports.files.bytesMax) !== "none",
    fileIds() {
      store.refresh();
      return new Set(store.all().flatMap(({ files }) => files.map(({ fileId }) => fileId)));
    },
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
      return tryAgain(commandId, item && said ? { body: { ...item.body, ...said } } : {});
    },
    retryWithoutFiles(commandId) {
      const item = store.readAgain(ofHere(commandId));
      if (!item) return tryAgain(commandId, {});
      const left = withoutFiles(item, isLacking);
      item.files.filter((file) => !left.files.includes(file)).forEach(ports.files.forget);
      return tryAgain(commandId, left);
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
        ? waiters.waitForDropped(commandId)
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

/** Which file the server speaks of; null where it does not say. */
const fileIdIn = ({ fileId }: Record<string, unknown>): string | null => (typeof fileId === "string" ? fileId : null);

const problemIn = (reply: Reply): QueueProblem => ("problem" in reply ? reply.problem : notAnswered);
