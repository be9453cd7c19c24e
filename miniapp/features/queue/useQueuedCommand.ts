import { useEffect, useRef, useState } from "react";
import type { ApiError } from "@/api/apiError";
import { failureOf } from "@/features/failure";
import { usePageVisible } from "@/features/query/usePageVisible";
import { useWords } from "@/texts";
import type { Failure } from "@/ui";
import { commandQueue, errorOf } from "./commandQueue";
import type { NewCommand } from "./createQueue";

/** What a page is told of its command: the answer, or that it is on this phone and goes by itself; null: refused. */
export type Sent<Answer> = { state: "confirmed"; answer: Answer } | { state: "kept"; isKept: boolean } | null;

export interface QueuedCommand<Answer> {
  /** Keeps it and sends it; while it is under way a second tap waits for the same answer. */
  run: (command: NewCommand) => Promise<Sent<Answer>>;
  busy: boolean;
  failure: Failure | null;
  /** The failure itself, for what a screen does about one code. */
  error: unknown;
  forget: () => void;
}

/** So long a page waits for an answer; then it says that the command is kept, and the queue goes on alone. */
const patienceMs = 5_000;

/** A command that goes by the queue: kept on this phone before anything else, sent at once where that works. */
export function useQueuedCommand<Answer>({
  /** A refusal is said where the person is, and what was sent stays there to be put right: it need not wait elsewhere as well. */
  staysOnPage = false,
}: { staysOnPage?: boolean } = {}): QueuedCommand<Answer> {
  const { t, language } = useWords();
  const underway = useRef<Promise<Sent<Answer>> | null>(null);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<ApiError | null>(null);
  const isSeen = useIsSeen();

  async function attempt(command: NewCommand): Promise<Sent<Answer>> {
    setBusy(true);
    setError(null);
    const { isKept, told } = commandQueue.add(command);
    const sent = await Promise.race([told, patience()]);
    underway.current = null;
    setBusy(false);
    // The queue has held it against its contract's shape.
    if (sent?.outcome === "confirmed") return { state: "confirmed", answer: sent.answer as Answer };
    // One that needs a newer program is kept, and goes by itself once that is there: the queue says so.
    if (sent?.outcome === "refused") {
      // The form stays with its draft, and says why: there is nothing to be decided elsewhere. Where somebody has gone on to another
      // page, it stays among what waits, of which every page tells; so it does where others stand on it.
      const isStoodOn = commandQueue.list().some(({ after }) => after === command.commandId);
      if ((staysOnPage || command.draft !== null) && isSeen.current && !isStoodOn)
        void commandQueue.drop(command.commandId);
      setError(errorOf(sent.problem));
      return null;
    }
    return { state: "kept", isKept };
  }

  return {
    run: (command) => (underway.current ??= attempt(command)),
    busy,
    failure: error && failureOf(error, { t, language }),
    error,
    forget: () => setError(null),
  };
}

/** Whether the page is there, and in front. */
function useIsSeen(): { readonly current: boolean } {
  const isVisible = usePageVisible();
  const isSeen = useRef(isVisible);
  useEffect(() => {
    isSeen.current = isVisible;
    return () => {
      isSeen.current = false;
    };
  }, [isVisible]);
  return isSeen;
}

const patience = (): Promise<null> => new Promise((resolve) => setTimeout(() => resolve(null), patienceMs));
