import { bytesOf, type QueuedCommand, queueNameOf, roomOf, seqOfName } from "@shared/domain/commandQueue";
import { filesIn, type QueuedFile } from "./queuedFiles";

export interface QueueItem extends QueuedCommand {
  /** Whom or what it is about, as the person knows it. */
  about: string;
  /** The answer that is expected. */
  shown: Record<string, unknown>;
  /** The draft that it was made of: it goes once the command has arrived. */
  draft: string | null;
  /** The page on which it was made. */
  opens: string;
  /** What was photographed for it, or drawn: they go before it. */
  files: readonly QueuedFile[];
}

export interface StoragePorts {
  names: () => string[];
  read: (name: string) => unknown;
  /** @returns false where there was no room */
  write: (name: string, value: unknown) => boolean;
  remove: (name: string) => void;
}

export interface QueueStore {
  /** Sees what another tab has added or taken away, and keeps what had no room as soon as there is any. */
  refresh: () => void;
  /** Of everybody, in the order of the taps. */
  all: () => QueueItem[];
  ofOwner: (owner: string | null) => QueueItem[];
  /** As the storage has it now, whoever wrote it; null where it is gone. */
  readAgain: (item: Pick<QueueItem, "owner" | "commandId">) => QueueItem | null;
  /** Another tab has written under this name; null: under any. */
  seeAgain: (name: string | null) => void;
  /** Adds it, or puts it in the place of the one with its id. @returns whether the storage keeps it */
  put: (item: QueueItem) => boolean;
  /** Changes what is there now, not what was read some time ago; null where it is gone. */
  change: (item: Pick<QueueItem, "owner" | "commandId">, part: Partial<QueueItem>) => QueueItem | null;
  remove: (item: Pick<QueueItem, "owner" | "commandId">) => void;
  isKept: (item: Pick<QueueItem, "owner" | "commandId">) => boolean;
  usedBytes: () => number;
}

/**
 * Under this name stands that nothing of a command has left the phone yet. It is taken away before the command goes: that works where the
 * phone has no room to write anything any more, so that a program that is ended then has noted it all the same.
 */
const unsentNameOf = (name: string): string => `unsent:${name}`;
const isUnsentName = (name: string): boolean => name.startsWith("unsent:");

type Key = string;
const keyOf = ({ owner, commandId }: Pick<QueueItem, "owner" | "commandId">): Key => `${owner} ${commandId}`;

/** What waits, as the storage lists it, with a copy in memory; what the storage has no room for is in memory alone. */
export function createQueueStore(storage: StoragePorts, bytesMax: number): QueueStore {
  const items = new Map<string, QueueItem>();
  const unkept = new Set<string>();
  /** Of those that the storage keeps. */
  const bytes = new Map<string, number>();
  let used = 0;
  const names = new Map<Key, string>();
  /** The names in order; null: to be sorted anew. */
  let sorted: string[] | null = [];

  function note(name: string, item: QueueItem, isKept: boolean): void {
    if (!items.has(name)) {
      // One that has just been tapped comes last.
      const last = sorted?.at(-1);
      if (sorted && (last === undefined || last < name)) sorted.push(name);
      else sorted = null;
    }
    items.set(name, item);
    names.set(keyOf(item), name);
    const size = isKept ? bytesOf(item) : 0;
    used += size - (bytes.get(name) ?? 0);
    bytes.set(name, size);
    if (isKept) unkept.delete(name);
    else unkept.add(name);
  }

  function forgetName(name: string): void {
    const item = items.get(name);
    if (item) names.delete(keyOf(item));
    items.delete(name);
    unkept.delete(name);
    used -= bytes.get(name) ?? 0;
    bytes.delete(name);
    sorted = null;
  }

  const inOrder = (): string[] => (sorted ??= [...items.keys()].sort());
  const all = (): QueueItem[] => inOrder().flatMap((name) => items.get(name) ?? []);
  const hasRoom = (item: QueueItem): boolean => roomOf(used + bytesOf(item), bytesMax) !== "none";

  function write(name: string, item: QueueItem): boolean {
    const mayGrow = items.has(name) && !unkept.has(name);
    const unsentName = unsentNameOf(name);
    if (item.isUnsure) storage.remove(unsentName);
    const mayKeep = mayGrow || hasRoom(item);
    const isUnsentNoted =
      mayKeep && !item.isUnsure && (storage.read(unsentName) !== null || storage.write(unsentName, true));
    const isKept = mayKeep && storage.write(name, { ...item, isUnsentNoted });
    note(name, item, isKept);
    return isKept;
  }

  function readName(name: string): QueueItem | null {
    if (unkept.has(name)) return items.get(name) ?? null;
    const item = readItem(storage.read(name), storage.read(unsentNameOf(name)) !== null);
    if (item) note(name, item, true);
    else forgetName(name);
    return item;
  }

  const readAgain: QueueStore["readAgain"] = (item) => {
    const name = names.get(keyOf(item));
    return name === undefined ? null : readName(name);
  };

  return {
    refresh() {
      const listed = new Set(storage.names());
      for (const name of items.keys()) if (!listed.has(name) && !unkept.has(name)) forgetName(name);
      // Of a command that was not kept, or of which a program that was ended has taken away the rest.
      for (const name of listed)
        if (isUnsentName(name) && !listed.has(name.slice(unsentNameOf("").length))) storage.remove(name);
      for (const name of listed) if (!items.has(name) && seqOfName(name) !== null) readName(name);
      for (const name of unkept) {
        const item = items.get(name);
        if (item) write(name, item);
      }
    },
    all,
    ofOwner: (owner) => all().filter((item) => item.owner === owner),
    readAgain,
    seeAgain(name) {
      for (const one of name === null ? [...items.keys()] : [name]) if (items.has(one)) readName(one);
    },
    put(item) {
      const last = inOrder().at(-1);
      const next = 1 + (last === undefined ? 0 : (seqOfName(last) ?? 0));
      return write(names.get(keyOf(item)) ?? queueNameOf(next, item.commandId), item);
    },
    change(item, part) {
      const name = names.get(keyOf(item));
      const present = readAgain(item);
      if (name === undefined || !present) return null;
      const changed = { ...present, ...part };
      write(name, changed);
      return changed;
    },
    remove(item) {
      const name = names.get(keyOf(item));
      if (name === undefined) return;
      forgetName(name);
      storage.remove(name);
      storage.remove(unsentNameOf(name));
    },
    isKept(item) {
      const name = names.get(keyOf(item));
      return name === undefined || !unkept.has(name);
    },
    usedBytes: () => used,
  };
}

/** What another version of this program has kept is sent as it stands; what is no command at all is left where it is. */
function readItem(kept: unknown, isUnsent: boolean): QueueItem | null {
  if (typeof kept !== "object" || kept === null) return null;
  const item = kept as Partial<QueueItem> & { isUnsentNoted?: boolean; photo?: unknown };
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
    failures: item.failures ?? 0,
    failedAtMs: item.failedAtMs ?? null,
    // A version of before did not say: what it has tried may have arrived.
    isUnsure: (item.isUnsure ?? (item.tries ?? 0) > 0) || (item.isUnsentNoted === true && !isUnsent),
    state: item.state === "refused" ? "refused" : "waiting",
    problem: item.problem ?? null,
    about: item.about ?? "",
    shown: item.shown ?? {},
    draft: item.draft ?? null,
    opens: item.opens ?? "",
    files: filesIn(item),
  };
}
