import { useWords, type Words } from ".";
import { zhFormats } from "./formats";
import type { PageTexts } from "./texts";
import { zhCN } from "./zhCN";
import { zhPages } from "./zhCN/pages";

export type PageWords = Words & { t: PageTexts };

const chinese: PageWords = { language: "zh-CN", t: { ...zhCN, ...zhPages }, f: zhFormats };

/** As `useWords`, on pages behind the tabs and in what only they show. */
export function usePageWords(): PageWords {
  const words = useWords();
  return words.language === "en" ? words : chinese;
}

export type { PageTexts } from "./texts";
