import { useEffect, useState } from "react";
import { presentPath, restartAt } from "@/platform/navigation";
import { paintNativeParts } from "@/platform/appearance";
import { setPageTitle, usePageHide, usePageShow } from "@/platform/page";
import { paintTabBar, setTabCount } from "@/platform/tabBar";
import { useNoticeRead } from "@/features/notices/useNoticeRead";
import { useRoleShown } from "@/features/session/useMe";
import { useSession } from "@/features/session/sessionStore";
import { useWaitingCount } from "@/features/todos/useTodos";
import { routes } from "@/routes";
import { useWords } from "@/texts";
import { themes } from "@/ui/tokens";
import { tabsOf, waitingTab, waitingTabs } from "./tabs";
import { useAppearance } from "./useAppearance";

/** Where somebody has signed out, the browser's way back leads to the entrance. */
function leaveIfOut(): void {
  if (useSession.getState().phase !== "out" || presentPath()?.startsWith(routes.enter())) return;
  restartAt(routes.enter({ reason: "signedOut" }));
}

/**
 * What each page does to the native parts when it shows: title, colours and, on tab pages, the words of the role.
 * @returns whether the page is the one in front
 * @param title repeats the tab's word, so that a client which ignores setTabBarItem still says where one is
 */
export function usePageFrame({ title, tab = false }: { title: string; tab?: boolean }): boolean {
  const { t } = useWords();
  const { themeSeen } = useAppearance();
  const role = useRoleShown();
  const count = useWaitingCount();
  const [shown, setShown] = useState(true);
  useNoticeRead();
  usePageShow(() => {
    setShown(true);
    leaveIfOut();
  });
  usePageHide(() => setShown(false));

  useEffect(() => {
    if (!shown) return;
    const colors = themes[themeSeen];
    setPageTitle(title);
    paintNativeParts({ bar: colors.page, ground: colors.page, dark: themeSeen === "dark" });
    if (!tab) return;
    const looks = tabsOf[role].map(({ word, icon }) => ({ text: t.common.tabs[word], icon }));
    paintTabBar(looks, themeSeen, { color: colors["text-2"], selected: colors.brand, ground: colors.card });
  }, [shown, title, tab, themeSeen, role, t]);

  useEffect(() => {
    if (!shown || !tab) return;
    for (const place of waitingTabs) setTabCount(place, place === waitingTab(role) ? count : 0);
  }, [shown, tab, count, role]);

  useEffect(() => {
    // Who has no tabs lands where there are none.
    if (shown && tab && role === "staff") restartAt(routes.staff());
  }, [shown, tab, role]);

  return shown;
}
