import { useWords, type Words } from ".";
import { zhFormats } from "./formats";
import type { FieldTexts } from "./texts";
import { zhCN } from "./zhCN";
import { zhFieldPages } from "./zhCN/fieldPages";

export type FieldWords = Words & { t: FieldTexts };

const chinese: FieldWords = { language: "zh-CN", t: { ...zhCN, ...zhFieldPages }, f: zhFormats };

/** As `useWords`, on pages of field work (pages/field/visit, doubt) and in what they share with others. */
export function useFieldWords(): FieldWords {
  const words = useWords();
  return words.language === "en" ? words : chinese;
}

export type { FieldTexts } from "./texts";
