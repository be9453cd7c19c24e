import { useSyncExternalStore } from "react";
import { needsPerson } from "@shared/domain/commandQueue";
import { onConnection, readConnection } from "@/api/connection";
import { isReaderKnown, useSession } from "@/features/session/sessionStore";
import { commandQueue } from "./commandQueue";
import type { QueueEntry } from "./createQueue";

const none: readonly QueueEntry[] = [];

/** Until then nobody is told what waits, nor that nothing does. */
export function useIsReaderKnown(): boolean {
  const session = useSession();
  const known = () => isReaderKnown(session, readConnection().reached, Date.now());
  return useSyncExternalStore(onConnection, known, known);
}

/** What of mine waits on this phone, in the order of the taps; nothing before it is known who reads. */
export function useQueue(): readonly QueueEntry[] {
  const isKnown = useIsReaderKnown();
  const entries = useSyncExternalStore(commandQueue.watch, commandQueue.list, commandQueue.list);
  return isKnown ? entries : none;
}

/** The same for a page on which something is begun or was sent just now: it shows that in any case. */
export const useQueueOfForm = (): readonly QueueEntry[] =>
  useSyncExternalStore(commandQueue.watch, commandQueue.list, commandQueue.list);

/** How it stands with what has this id on the server, `<member>:<commandId>`; undefined where nothing of it waits. */
export function useQueued(id: string): QueueEntry | undefined {
  return useQueue().find(({ owner, commandId }) => `${owner}:${commandId}` === id);
}

/**
 * What a strip tells of: what waits for the person; else, as soon as something did not go at the first try, all that 待上传 lists. What goes
 * at the first try is no news.
 */
export function useWaiting(): { count: number; needsYou: number } {
  const entries = useQueue();
  const needsYou = entries.filter(({ look, lacksFile }) => lacksFile || needsPerson(look)).length;
  return { count: entries.some(({ tries }) => tries > 0) ? entries.length : 0, needsYou };
}
