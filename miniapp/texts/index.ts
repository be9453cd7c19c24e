import { createContext, useContext } from "react";
import { en } from "./en";
import { enFormats, type Formats, zhFormats } from "./formats";
import { known } from "./known";
import type { Language, Texts } from "./texts";
import { zhCN } from "./zhCN";

export interface Words {
  language: Language;
  t: Texts;
  f: Formats;
}

const words: Record<Language, Words> = {
  "zh-CN": { language: "zh-CN", t: zhCN, f: zhFormats },
  en: { language: "en", t: en, f: enFormats },
};

/** In Chinese for a language that this version does not have. */
export const wordsOf = (language: Language): Words => known(words, language) ?? words["zh-CN"];

/** The words of the person's language, handed down by the app. */
export const WordsContext = createContext<Words>(words["zh-CN"]);

/** `t`: the dictionary; `f`: how this language writes days, distances and durations. */
export const useWords = (): Words => useContext(WordsContext);

export type { Formats } from "./formats";
export { known } from "./known";
export type { Language, Texts } from "./texts";
