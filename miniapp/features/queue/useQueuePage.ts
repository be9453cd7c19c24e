import { useState, useSyncExternalStore } from "react";
import { type Room, standingOn } from "@shared/domain/commandQueue";
import { readStored } from "@/platform/storage";
import { failureOf } from "@/features/failure";
import { renewNow } from "@/features/renew/renewal";
import { queueWords } from "@/texts/areas/main/queue";
import { usePageWords } from "@/texts/pageWords";
import type { Failure } from "@/ui";
import { commandQueue, errorOf } from "./commandQueue";
import type { Dropped, QueueEntry } from "./createQueue";
import { useIsReaderKnown, useQueue } from "./useQueue";

export interface QueuePage {
  entries: readonly QueueEntry[];
  /** Whether it is known who reads: before, no entries say nothing. */
  isKnown: boolean;
  /** Why it was refused, or not done at the last try; null before the first, and while it is under way. */
  failureOf: (entry: QueueEntry) => Failure | null;
  room: Room;
  /** Everything is tried now. */
  sendNow: () => void;
  busy: boolean;
  retry: (entry: QueueEntry) => void;
  /** Sends it without its files, or the one that is not taken; null where that is not what holds it up. */
  withoutFiles: (entry: QueueEntry) => (() => void) | null;
  /** Starts the newest version of this program. */
  update: () => void;
  /** The one whose dropping the person is asked about, as it stands now. */
  dropping: QueueEntry | null;
  /** What waits for that one, and cannot be done without it. */
  hanging: readonly QueueEntry[];
  askDrop: (entry: QueueEntry | null) => void;
  drop: () => void;
  /** What was typed of it is on this phone as a draft, and stays so. */
  hasDraft: (entry: QueueEntry) => boolean;
  /** Where the one that was dropped last is a draft again; null: nowhere. */
  draftAt: string | null;
  /** What became of the one that was dropped last: "waiting" while it is still on its way. */
  dropped: Dropped | "waiting" | null;
}

/** A file of it was not taken, or is not found, or not here: without that it may go. */
const isHeldUpByFile = ({ files, look, problem, lacksFile }: QueueEntry): boolean =>
  files.length > 0 &&
  (lacksFile ||
    ((look === "refused" || look === "failed" || look === "outdated") &&
      (files.some(({ isSent }) => !isSent) || problem?.code.startsWith("file.") === true)));

/** What waits on this phone, and what the person can do about it. */
export function useQueuePage(): QueuePage {
  const { t, language } = usePageWords(queueWords);
  const entries = useQueue();
  const room = useSyncExternalStore(commandQueue.watch, commandQueue.room, commandQueue.room);
  const [asked, setAsked] = useState(false);
  const [chosen, setChosen] = useState<QueueEntry | null>(null);
  const [dropped, setDropped] = useState<QueuePage["dropped"]>(null);
  const [last, setLast] = useState<QueueEntry | null>(null);
  const present = entries.find(({ commandId }) => commandId === chosen?.commandId);

  function drop(): void {
    if (!chosen) return;
    const told = commandQueue.drop(chosen.commandId);
    setLast(chosen);
    setChosen(null);
    setDropped("waiting");
    void told.then(setDropped);
  }
  const hasDraft = ({ draft }: QueueEntry) => draft !== null && readStored(draft) !== null;
  return {
    entries,
    isKnown: useIsReaderKnown(),
    failureOf({ look, problem }) {
      if (look === "sending" || !problem) return null;
      const failure = failureOf(errorOf(problem), { t, language });
      return look === "failed" ? { ...failure, sentence: t.queue.failed } : failure;
    },
    room,
    sendNow: () => {
      setAsked(true);
      void commandQueue.sendNow().finally(() => setAsked(false));
    },
    busy: asked || entries.some(({ look }) => look === "sending"),
    retry: ({ commandId }) => void commandQueue.retry(commandId),
    withoutFiles: (entry) =>
      isHeldUpByFile(entry) ? () => void commandQueue.retryWithoutFiles(entry.commandId) : null,
    update: renewNow,
    dropping: chosen && (present ?? chosen),
    hanging: chosen ? standingOn(entries, chosen.commandId) : [],
    askDrop: (entry) => {
      setDropped(null);
      setChosen(entry);
    },
    drop,
    hasDraft,
    // What arrives all the same takes its draft along.
    draftAt: last && (dropped === "dropped" || dropped === "unsure") && hasDraft(last) ? last.opens : null,
    dropped,
  };
}
