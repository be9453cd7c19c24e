import { createContext, useContext, useEffect, useState } from "react";
import { englishAtOnce, loadEnglish } from "./english";
import { enFormats, type Formats, zhFormats } from "./formats";
import { known } from "./known";
import type { EnglishTexts, Language, Texts } from "./texts";
import { zhCN } from "./zhCN";

/** English comes with what the main pages say. */
export interface Words {
  language: Language;
  t: Texts;
  f: Formats;
}

const chinese: Words = { language: "zh-CN", t: zhCN, f: zhFormats };
const englishOf = (t: EnglishTexts): Words => ({ language: "en", t, f: enFormats });

/**
 * @param english at once, or what loads it
 * @param failed hears that it could not be loaded
 */
export function dictionary(
  english: { atOnce: EnglishTexts | null; load: () => Promise<EnglishTexts> },
  failed: (error: Error) => void,
) {
  const words: Record<Language, Words | null> = { "zh-CN": chinese, en: english.atOnce && englishOf(english.atOnce) };

  /** In Chinese for a language that this version does not have, or whose words are not loaded. */
  const wordsOf = (language: Language): Words => known(words, language) ?? chinese;

  /**
   * The words of a language, loaded where they are not here yet: until then those that were shown before. In place of words that
   * cannot be loaded it is Chinese.
   * @returns null as long as none were shown
   */
  const useWordsOf = (language: Language): Words | null => {
    const [shown, setShown] = useState<Words | null>(null);
    const here = known(words, language) === null ? null : wordsOf(language);
    if (here && here !== shown) setShown(here);
    const isHere = here !== null;
    useEffect(() => {
      if (isHere) return;
      let isWanted = true;
      const load = async () => {
        words.en = englishOf(await english.load());
      };
      void load()
        .catch(failed)
        .finally(() => isWanted && setShown(wordsOf(language)));
      return () => {
        isWanted = false;
      };
    }, [language, isHere]);
    return here ?? shown;
  };
  return { wordsOf, useWordsOf };
}

export const { wordsOf, useWordsOf } = dictionary({ atOnce: englishAtOnce, load: loadEnglish }, (error) => {
  // Found as any part of the program that is missing (platform/renew).
  void Promise.reject(error);
});

/** The words of the person's language, handed down by the app. */
export const WordsContext = createContext<Words>(chinese);

/** `t`: the dictionary; `f`: how this language writes days, distances and durations. */
export const useWords = (): Words => useContext(WordsContext);

export type { Formats } from "./formats";
export { known } from "./known";
export type { Language, MenuTexts, SearchTexts, Texts } from "./texts";
