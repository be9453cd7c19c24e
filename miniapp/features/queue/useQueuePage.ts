import { useState, useSyncExternalStore } from "react";
import type { Room } from "@shared/domain/commandQueue";
import { failureOf } from "@/features/failure";
import { useWords } from "@/texts";
import type { Failure } from "@/ui";
import { commandQueue, errorOf } from "./commandQueue";
import type { QueueEntry } from "./createQueue";
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
  drop: (entry: QueueEntry) => void;
}

/** What waits on this phone, and what the person can do about it. */
export function useQueuePage(): QueuePage {
  const { t } = useWords();
  const entries = useQueue();
  const room = useSyncExternalStore(commandQueue.watch, commandQueue.room, commandQueue.room);
  const [asked, setAsked] = useState(false);
  return {
    entries,
    isKnown: useIsReaderKnown(),
    failureOf: ({ look, problem }) => (look === "sending" || !problem ? null : failureOf(errorOf(problem), t)),
    room,
    sendNow: () => {
      setAsked(true);
      void commandQueue.sendNow().finally(() => setAsked(false));
    },
    busy: asked || entries.some(({ look }) => look === "sending"),
    retry: ({ commandId }) => void commandQueue.retry(commandId),
    drop: ({ commandId }) => commandQueue.drop(commandId),
  };
}
