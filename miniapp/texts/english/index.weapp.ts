import { en } from "../en";
import type { EnglishTexts } from "../texts";

/** The mini-program has all its words with it. */
export const englishAtOnce: EnglishTexts | null = en;
export const loadEnglish = (): Promise<EnglishTexts> => Promise.resolve(en);
