import { useWords, type Words } from "@/texts";
import { enDesk } from "@/texts/en/desk";
import { zhDesk } from "@/texts/zhCN/desk";

export type DeskTexts = typeof zhDesk;

/** What the desktop's frame says beside the words that every page has: loaded with it. */
export function useDeskWords(): Words & { desk: DeskTexts } {
  const words = useWords();
  return { ...words, desk: words.language === "en" ? enDesk : zhDesk };
}
