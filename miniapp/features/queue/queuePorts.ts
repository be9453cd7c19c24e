import type { Outcome, QueueProblem, QueueState, Room } from "@shared/domain/commandQueue";
import type { FilePorts, QueuedFile } from "./queuedFiles";
import type { QueueItem, StoragePorts } from "./queueStore";

/** A command as pages hand it in, with the answer as far as this phone can say it, which lists draw meanwhile. */
export type NewCommand = Omit<
  QueueItem,
  "owner" | "tries" | "failures" | "failedAtMs" | "isUnsure" | "state" | "problem" | "files"
> & { files?: readonly QueuedFile[] };

export interface QueueEntry extends QueueItem {
  look: QueueState;
  /** The storage had no room: it lasts while the program runs. */
  isKept: boolean;
  /** What the phone had no room for is not here either: with the tab that took it, if that is still open. */
  lacksFile: boolean;
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
  files: FilePorts;
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
  /** Whether the phone has room for a file of so many bytes. */
  hasRoomForFile: (bytes: number) => boolean;
  /** Of everybody, the files that belong to what waits. */
  fileIds: () => ReadonlySet<string>;
  /** @returns what ends it */
  watch: (listener: () => void) => () => void;
  /** Sends what waits, whatever was tried just now. */
  sendNow: () => Promise<void>;
  /** The person wants one that waits for their word to be tried again. @param said what they answer to the server's question, as its body says it */
  retry: (commandId: string, said?: object) => Promise<void>;
  /** The same where a file of it is what holds it up: without that. */
  retryWithoutFiles: (commandId: string) => Promise<void>;
  /** The person's word: it is not to be sent any more. One that is on its way is waited for, to tell what became of it. */
  drop: (commandId: string) => Promise<Dropped>;
  /** The same of all that wait here, as on signing out: nothing of them is sent because another one of them has gone. */
  dropAll: () => void;
  /** Another tab has written to the storage, under this name; null: it has emptied it. */
  changedElsewhere: (name: string | null) => void;
}
