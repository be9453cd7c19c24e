import { useRef, useState } from "react";
import { ApiError } from "@/api/apiError";
import { newId } from "@/platform/newId";
import { failureOf } from "@/features/failure";
import { useWords } from "@/texts";
import type { Failure } from "@/ui";

export interface Command<Given, Answer> {
  /** Sends it; while it is under way, a second tap is the same command and waits for the same answer. Null: it failed. */
  run: (given: Given) => Promise<Answer | null>;
  busy: boolean;
  failure: Failure | null;
  /** The failure itself, for what a screen does about one code. */
  error: unknown;
  forget: () => void;
}

/**
 * One command of one form or tap. Its id is made once and kept until the server has answered, so that a retry after a lost
 * answer counts once; where the server has had something else under it, what was changed since is sent as another command.
 * @param idOfForm where the id outlives this page, such as in a draft
 */
export function useCommand<Given, Answer>(
  send: (commandId: string, given: Given) => Promise<Answer>,
  { idOfForm, makeId = newId }: { idOfForm?: string; makeId?: () => string } = {},
): Command<Given, Answer> {
  const { t, language } = useWords();
  const commandId = useRef<string | null>(null);
  const underway = useRef<Promise<Answer | null> | null>(null);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);

  async function sendOnce(given: Given): Promise<Answer> {
    // A draft's own id goes with what is in it, also where the answer to another content was lost.
    commandId.current = idOfForm ?? commandId.current ?? makeId();
    try {
      return await send(commandId.current, given);
    } catch (failed) {
      if (idOfForm !== undefined || !(failed instanceof ApiError) || failed.code !== "command.reused") throw failed;
      commandId.current = makeId();
      return await send(commandId.current, given);
    }
  }

  async function attempt(given: Given): Promise<Answer | null> {
    setBusy(true);
    setError(null);
    try {
      const answer = await sendOnce(given);
      // Answered: the next tap is another command.
      commandId.current = null;
      return answer;
    } catch (failed) {
      setError(failed);
      return null;
    } finally {
      underway.current = null;
      setBusy(false);
    }
  }

  return {
    run: (given) => (underway.current ??= attempt(given)),
    busy,
    failure: error === null ? null : failureOf(error, { t, language }),
    error,
    forget: () => {
      commandId.current = null;
      setError(null);
    },
  };
}
