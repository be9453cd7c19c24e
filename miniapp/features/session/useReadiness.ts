import { useEffect, useState } from "react";
import type { AnswerOf } from "@shared/contracts";
import { readReadiness } from "@/api/readiness";

type Readiness = AnswerOf<"setup.ready">;

/** What keeps everybody out, not the one who stands here: WeCom does not answer the server, or nobody is known yet. */
export type NotReady = {
  /** Nobody has come in yet: nobody is known. */
  isFirst: boolean;
} & (
  | { fault: Exclude<Readiness["fault"], null>; errcode: number | null; address: string | null }
  | { fault: "notRead" | "unwatched" }
);

const askedAgainMs = 10_000;

/**
 * Whether the installation itself keeps people out, asked for as long as somebody stands there for a reason that may be it.
 * @param onReady it has been put right meanwhile: they can come in now
 */
export function useReadiness(stands: boolean, onReady: () => void): NotReady | null {
  const [missing, setMissing] = useState<NotReady | null>(null);
  useEffect(() => {
    if (!stands) return setMissing(null);
    let gone = false;
    let wasMissing = false;
    let next: ReturnType<typeof setTimeout> | undefined;
    const ask = async () => {
      // Without an answer nothing is known of it: what they have been told stays.
      const readiness = await readReadiness().catch(() => null);
      if (gone) return;
      const found = readiness && missingOf(readiness);
      if (readiness) setMissing(found);
      if (readiness && !found && wasMissing) return onReady();
      wasMissing ||= found !== null;
      next = setTimeout(() => void ask(), askedAgainMs);
    };
    void ask();
    return () => {
      gone = true;
      clearTimeout(next);
    };
    // eslint-disable-next-line react-hooks/exhaustive-deps -- who comes back from trying again stands here anew
  }, [stands]);
  return missing;
}

function missingOf({ wecom, fault, errcode, address, knowsPeople }: Readiness): NotReady | null {
  const isFirst = !knowsPeople;
  if (fault !== null) return { isFirst, fault, errcode, address };
  // Where people are known they come in also while nobody asks WeCom anew.
  if (knowsPeople) return null;
  return { isFirst, fault: wecom === "unwatched" ? "unwatched" : "notRead" };
}
