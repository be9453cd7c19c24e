import { useEffect, useState, useSyncExternalStore } from "react";
import { hashKey, useQuery, type UseQueryResult } from "@tanstack/react-query";
import type { AnswerOf } from "@shared/contracts";
import { onConnection, readConnection } from "@/api/connection";
import { readMe } from "@/api/me";
import type { Shape } from "@/api/shape";
import { failureOf } from "@/features/failure";
import { isReaderKnown, useSession } from "@/features/session/sessionStore";
import { useWords } from "@/texts";
import type { Failure } from "@/ui";
import type { IsLook } from "./askAnew";
import { answerTimeOf, noteShown } from "./answerTimes";
import { type CopyPlace, readCopy, useKeptCopy } from "./keptCopy";
import { usePageVisible } from "./usePageVisible";

export interface QueryView<Data> {
  data: Data | undefined;
  /** "ready" as soon as there is anything to show, be it the last copy on this phone. */
  state: "loading" | "failed" | "ready";
  failure: Failure | null;
  /** What is shown is the last copy on this phone; the server has not answered yet. */
  isCopy: boolean;
  refresh: () => Promise<unknown>;
}

interface ApiQueryOptions<Data> {
  /** Not asked before this is true. */
  enabled?: boolean;
  /** While the page is in front, asked again this often; it may hang on what was answered, and undefined asks no more by itself. */
  everyMs?: number | ((answered: Data | undefined) => number | undefined);
  /** Asked again after a command also while its page lies behind others: it is what a person comes back to, perhaps without a network. */
  followsCommands?: boolean;
  /** Each answer is noted as a look at somebody: only a person's opening the page, pulling it down or doing something asks for another. */
  isLook?: IsLook<Data>;
  /** The last answer stays on this phone and is shown where there is no network, as long as it has this shape. */
  keep?: Shape;
}

/** The one question that can be asked by whoever comes. */
export const meKey = ["me"] as const;

interface QueryGate {
  /** Whether something may be asked now: behind another page nothing is; coming back asks again where the answer is old by then. */
  mayAsk: boolean;
  isInFront: boolean;
  /** Whom this phone has never seen is asked who he is first: everything else would be refused. */
  needsIdentity: boolean;
  identity: UseQueryResult<AnswerOf<"me.read">>;
  /** Nothing of anybody is drawn before it is known who reads: not the copy on this phone, nor what is in memory. */
  isReaderKnown: boolean;
  /** Where a copy of this shape lies on this phone; null while nobody is known. */
  placeOf: (shape: Shape) => CopyPlace | null;
}

/** What is true of every question to the server. */
export function useQueryGate(key: readonly string[]): QueryGate {
  const visible = usePageVisible();
  const session = useSession();
  const { phase, memberId } = session;
  const readKnown = () => isReaderKnown(session, readConnection().reached, Date.now());
  const isKnown = useSyncExternalStore(onConnection, readKnown, readKnown);
  const needsIdentity = phase === "unknown" && memberId === null && key !== meKey;
  const asksWho = phase === "unknown" && key !== meKey;
  const identity = useQuery({ queryKey: meKey, queryFn: readMe, enabled: asksWho && visible });
  return {
    mayAsk: phase !== "out" && !needsIdentity && visible,
    isInFront: visible,
    needsIdentity,
    identity,
    isReaderKnown: isKnown,
    placeOf: (shape) =>
      memberId === null ? null : { name: `copy:${memberId}:${key.join(":")}`, owner: memberId, shape },
  };
}

/** Says of when what is shown is; who reads is on every page, and none of its figures. */
export function useShownTime(key: readonly string[], isShown: boolean): void {
  const [token] = useState(() => ({}));
  const at = isShown && key !== meKey ? answerTimeOf(hashKey(key)) : undefined;
  useEffect(() => noteShown(token, at), [token, at]);
  useEffect(() => () => noteShown(token, undefined), [token]);
}

/** Something that the server knows, under a name; the same name on two pages is asked for once. */
export function useApiQuery<Data extends object>(
  key: readonly string[],
  read: () => Promise<Data>,
  { enabled = true, everyMs, isLook = false, followsCommands = false, keep }: ApiQueryOptions<Data> = {},
): QueryView<Data> {
  const { t, language } = useWords();
  const asking = useQueryGate(key);
  const { mayAsk, needsIdentity, identity } = asking;
  const place = keep ? asking.placeOf(keep) : null;
  const query = useQuery<Data>({
    queryKey: key,
    queryFn: read,
    enabled: enabled && mayAsk,
    meta: { isLook, followsCommands },
    ...(everyMs && {
      refetchInterval: ({ state }) => (typeof everyMs === "number" ? everyMs : (everyMs(state.data) ?? false)),
    }),
    // The last copy counts as old from the start: it is shown, and asked for again.
    ...(place && { initialData: () => readCopy<Data>(hashKey(key), place), initialDataUpdatedAt: 0 }),
  });
  const { dataUpdatedAt } = query;
  const data = asking.isReaderKnown ? query.data : undefined;
  useKeptCopy(key, place, data, dataUpdatedAt);
  useShownTime(key, asking.isInFront && data !== undefined);
  // What waits for who I am fails with that question, and is tried again with it.
  const waits = needsIdentity || ((!enabled || !asking.isReaderKnown) && key !== meKey);
  const error = query.error ?? (waits ? identity.error : null);
  return {
    data,
    state: data !== undefined ? "ready" : error ? "failed" : "loading",
    failure: error ? failureOf(error, { t, language }, { isReading: true }) : null,
    isCopy: data !== undefined && dataUpdatedAt === 0,
    refresh: () => (waits ? identity.refetch() : query.refetch()),
  };
}
