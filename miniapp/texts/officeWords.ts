import { useWords, type Words } from ".";
import { zhFormats } from "./formats";
import type { OfficeTexts } from "./texts";
import { zhCN } from "./zhCN";
import { office } from "./zhCN/office";

export type OfficeWords = Words & { t: OfficeTexts };

const chinese: OfficeWords = { language: "zh-CN", t: { ...zhCN, office }, f: zhFormats };

/** As `useWords`, in the tabs of finance, HR, administrators and auditors: whoever sells does not wait for what they say. */
export function useOfficeWords(): OfficeWords {
  const words = useWords();
  return words.language === "en" ? words : chinese;
}

export type { OfficeTexts } from "./texts";
