import { type ReactNode, useEffect, useLayoutEffect, useMemo, useState, useSyncExternalStore } from "react";
import { useQuery } from "@tanstack/react-query";
import { clockTimeOf } from "@shared/domain/time";
import { onConnection, readConnection, tellOnline } from "@/api/connection";
import { readMe } from "@/api/me";
import { sayLanguage, systemLanguage } from "@/platform/appearance";
import { insideWeCom } from "@/platform/container";
import { holdBack } from "@/platform/backKey";
import { back, open } from "@/platform/navigation";
import { isOnline, onNetworkChange } from "@/platform/network";
import { dropFix } from "@/features/location/useFix";
import { askAnew } from "@/features/query/askAnew";
import { onShown, shownSinceMs } from "@/features/query/answerTimes";
import { queryClient } from "@/features/query/queryClient";
import { meKey } from "@/features/query/useApiQuery";
import { askAgain } from "@/features/renew/askAgain";
import { useWaiting } from "@/features/queue/useQueue";
import { useRenewal } from "@/features/renew/renewal";
import { noteFailure } from "@/features/reports/seenFailures";
import { giveWay } from "@/features/session/otherReader";
import { useSession } from "@/features/session/sessionStore";
import { useRoleShown } from "@/features/session/useMe";
import { useWaitingCount } from "@/features/todos/useTodos";
import { routes, tabRoutes } from "@/routes";
import { type Texts, useWordsOf, WordsContext, wordsOf } from "@/texts";
import { type Frame, FrameContext, type TabItem } from "@/ui";
import { tabsOf, waitingTab } from "./tabs";
import { useAppearance } from "./useAppearance";

/** Hands language, look, connection and tabs down to every page. */
export function FrameProvider({ children }: { children: ReactNode }) {
  useRemembering();
  const remembered = useSession((session) => session.remembered);
  const language = remembered?.language ?? systemLanguage();
  const shown = useWordsOf(language);
  // Taro needs the page at once; words that nobody asked for it does not show.
  const words = shown ?? wordsOf(language);
  useLayoutEffect(() => sayLanguage(words.language, shown !== null), [words, shown]);
  const { theme, themeSeen, type, motionOff, amountsHidden } = useAppearance();
  const role = useRoleShown();
  const count = useWaitingCount();
  const online = useOnline();
  const isIn = useSession((session) => session.phase === "in");
  const notice = useRenewal((renewal) => renewal.notice);
  const waiting = useWaitingWords(words.t);
  const asOf = useAsOf();

  const frame = useMemo<Frame>(() => {
    const tabs: TabItem[] = tabsOf[role].map(({ id, word, icon }, index) => ({
      id,
      text: words.t.common.tabs[word],
      icon,
      count: index === waitingTab(role) ? count : 0,
      open: () => open(tabRoutes[index] ?? routes.today()),
    }));
    return {
      theme,
      themeSeen,
      type,
      motionOff,
      amountsHidden,
      online,
      notice,
      asOf,
      waiting: waiting === null ? null : { text: waiting, open: () => open(routes.queue()) },
      tabs,
      drawsHeader: !insideWeCom,
      goBack: () => back(routes.today()),
      holdBack,
      recover: () => void askAgain(),
      failureSeen: (failure) => void noteFailure(failure),
      reportFailure: isIn ? (failure) => open(routes.report({ seen: noteFailure(failure).seenId })) : null,
    };
  }, [theme, themeSeen, type, motionOff, amountsHidden, online, notice, asOf, role, count, words, isIn, waiting]);

  return (
    <WordsContext.Provider value={words}>
      <FrameContext.Provider value={frame}>{children}</FrameContext.Provider>
    </WordsContext.Provider>
  );
}

/** What the strip says of the queue: first what needs the person. */
function useWaitingWords({ common }: Texts): string | null {
  const { count, needsYou } = useWaiting();
  if (needsYou > 0) return common.stripNeedsYou({ count: needsYou });
  return count > 0 ? common.strip({ count }) : null;
}

/** Keeps language and roles of the last answer about me for the next start. */
function useRemembering(): void {
  const phase = useSession((session) => session.phase);
  const { data, dataUpdatedAt } = useQuery({ queryKey: meKey, queryFn: readMe, enabled: false }, queryClient);
  useEffect(() => {
    // The last copy on this phone says nothing about who is here now.
    if (!data || dataUpdatedAt === 0 || phase === "out") return;
    const { memberId, language, roles } = data.member;
    // Taken back elsewhere, too.
    if (data.consent.acceptedVersion !== data.consent.currentVersion) dropFix();
    const { remembered, enter } = useSession.getState();
    // Somebody else has come in by a session that was fetched silently.
    if (remembered && remembered.memberId !== memberId) giveWay();
    else enter({ memberId, language, roles });
  }, [data, dataUpdatedAt, phase]);
}

/** What waited for the network is asked and sent at once; one question shows that the server is reached, whatever page this is. */
function backOnline(): void {
  tellOnline();
  void askAnew();
  if (useSession.getState().phase === "in")
    void queryClient.fetchQuery({ queryKey: meKey, queryFn: readMe }).catch(() => {});
}

/** Of when is what the page in front shows; a page that shows nothing of the server's says when that answered last. */
function useAsOf(): string | null {
  const sinceMs = useSyncExternalStore(onShown, shownSinceMs, shownSinceMs);
  const { answeredAt } = useSyncExternalStore(onConnection, readConnection, readConnection);
  const at = sinceMs === undefined ? answeredAt : sinceMs === null ? null : new Date(sinceMs);
  return at && clockTimeOf(at);
}

/** Whether the phone has a network and the server was reached last time. */
function useOnline(): boolean {
  const [network, setNetwork] = useState(true);
  const { reached } = useSyncExternalStore(onConnection, readConnection, readConnection);
  useEffect(() => {
    void isOnline().then(setNetwork);
    onNetworkChange((online) => {
      setNetwork(online);
      if (online) backOnline();
    });
  }, []);
  return network && reached;
}
