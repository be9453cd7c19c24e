import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useEffect } from "react";
import { readMe } from "@/api/me";
import { readStored, store } from "@/platform/storage";
import { failureOf } from "@/features/failure";
import { useSession } from "@/features/session/sessionStore";
import { useWords } from "@/texts";
import type { Failure } from "@/ui";
import { usePageVisible } from "./usePageVisible";

export interface Served<Data> {
  data: Data | undefined;
  /** "ready" as soon as there is anything to show, be it the last copy on this phone. */
  state: "loading" | "failed" | "ready";
  failure: Failure | null;
  refresh: () => Promise<unknown>;
}

interface ServedOptions {
  /** Not asked before this is true. */
  enabled?: boolean;
  /** While the page is in front, asked again this often. */
  everyMs?: number;
  /** The last answer stays on this phone and is shown where there is no network. */
  keep?: boolean;
  /** Under another name, what the old one knew is shown until there is an answer. */
  stay?: boolean;
}

/** The one question that can be asked by whoever comes. */
export const meKey = ["me"] as const;

/** Something that the server knows, under a name; the same name on two pages is asked for once. */
export function useServer<Data extends object>(
  key: readonly string[],
  read: () => Promise<Data>,
  { enabled = true, everyMs, keep = false, stay = false }: ServedOptions = {},
): Served<Data> {
  const { t } = useWords();
  const visible = usePageVisible();
  const { phase, memberId } = useSession();
  // Whom this phone has never seen is asked who he is first: everything else would be refused.
  const stranger = phase === "unknown" && memberId === null && key !== meKey;
  const introduction = useQuery({ queryKey: meKey, queryFn: readMe, enabled: stranger && visible });
  const copyName = memberId === null ? null : `copy:${memberId}:${key.join(":")}`;
  const query = useQuery<Data>({
    queryKey: key,
    queryFn: read,
    // Behind another page nothing is asked; coming back asks again where the answer is old by then.
    enabled: enabled && phase !== "out" && !stranger && visible,
    ...(everyMs && { refetchInterval: everyMs }),
    ...(stay && { placeholderData: keepPreviousData }),
    // The last copy counts as old from the start: it is shown, and asked for again.
    ...(keep && copyName && { initialData: () => readCopy<Data>(copyName), initialDataUpdatedAt: 0 }),
  });
  const { data, dataUpdatedAt } = query;
  useEffect(() => {
    if (keep && copyName && dataUpdatedAt > 0 && data !== undefined) store(copyName, data);
  }, [keep, copyName, data, dataUpdatedAt]);
  // What waits for who I am fails with that question, and is tried again with it.
  const waits = stranger || (!enabled && key !== meKey);
  const error = query.error ?? (waits ? introduction.error : null);
  return {
    data,
    state: data !== undefined ? "ready" : error ? "failed" : "loading",
    failure: error ? failureOf(error, t) : null,
    refresh: () => (waits ? introduction.refetch() : query.refetch()),
  };
}

/** What this program stored itself, in the form it stored it. */
function readCopy<Data>(name: string): Data | undefined {
  const copy = readStored(name);
  return typeof copy === "object" && copy !== null ? (copy as Data) : undefined;
}
