import { useState } from "react";
import type { AnswerOf } from "@shared/contracts";
import { listRefusals, readRefusal } from "@/api/refusals";
import { failureOf } from "@/features/failure";
import { type QueryView, useApiQuery } from "@/features/query/useApiQuery";
import { useWords } from "@/texts";
import type { Failure } from "@/ui";

export type Refusal = AnswerOf<"refusals.list">["items"][number];

/** What phones had kept and the server has not done. Nothing of it stays on this phone. */
export const useRefusals = (isShown: boolean): QueryView<AnswerOf<"refusals.list">> =>
  useApiQuery(["refusals"], listRefusals, { enabled: isShown });

export interface RefusedBody {
  refusal: Refusal;
  /** Null while it is asked for, and where that failed. */
  body: string | null;
  failure: Failure | null;
}

/** What was sent with one of them, which is asked for by the person's tap alone: each look is noted. */
export function useRefusedBody(): {
  shown: RefusedBody | null;
  open: (refusal: Refusal) => void;
  close: () => void;
} {
  const { t, language } = useWords();
  const [shown, setShown] = useState<RefusedBody | null>(null);

  async function open(refusal: Refusal): Promise<void> {
    const show = (part: Pick<RefusedBody, "body" | "failure">) =>
      setShown((now) => (now?.refusal === refusal ? { refusal, ...part } : now));
    setShown({ refusal, body: null, failure: null });
    try {
      show({ body: (await readRefusal(refusal.refusalId)).body, failure: null });
    } catch (error) {
      show({ body: null, failure: failureOf(error, { t, language }, { isReading: true }) });
    }
  }
  return { shown, open: (refusal) => void open(refusal), close: () => setShown(null) };
}
