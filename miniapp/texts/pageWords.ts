import { useMemo } from "react";
import { useWords, type Words } from ".";
import { enPages } from "./en/pages";
import { zhFormats } from "./formats";
import type { PageTexts } from "./texts";
import { zhCN } from "./zhCN";
import { zhFieldPages } from "./zhCN/fieldPages";
import { zhPages } from "./zhCN/pages";

export type PageWords = Words & { t: PageTexts };

const chinese: PageWords = { language: "zh-CN", t: { ...zhCN, ...zhFieldPages, ...zhPages }, f: zhFormats };
const wholeOf = (words: Words & { language: "en" }): PageWords => ({ ...words, t: { ...words.t, ...enPages } });

/** As `useWords`, on pages behind the tabs and in what only they show: in the mini-program none of them is in the main package. */
export function usePageWords(): PageWords {
  const words = useWords();
  return useMemo(() => (words.language === "en" ? wholeOf(words) : chinese), [words]);
}

export type { PageTexts } from "./texts";
