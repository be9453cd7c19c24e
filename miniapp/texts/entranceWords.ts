import { useWords, type Words } from ".";
import { zhFormats } from "./formats";
import type { EntranceTexts } from "./texts";
import { zhCN } from "./zhCN";
import { auth } from "./zhCN/auth";

export type EntranceWords = Words & { t: EntranceTexts };

const chinese: EntranceWords = { language: "zh-CN", t: { ...zhCN, auth }, f: zhFormats };

/** As `useWords`, on pages before the tabs (pages/auth): whoever is signed in does not wait for what they say. */
export function useEntranceWords(): EntranceWords {
  const words = useWords();
  return words.language === "en" ? words : chinese;
}

export type { EntranceTexts } from "./texts";
