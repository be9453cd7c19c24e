import { useRoleShown } from "@/features/session/useMe";
import { useWords } from "@/texts";
import { tabsOf } from "./tabs";

/** What the first tab is called for who reads: 今日, in an office 待办. */
export function useHomeTab(): string {
  const { t } = useWords();
  const [home] = tabsOf[useRoleShown()];
  return t.common.tabs[home?.word ?? "me"];
}
