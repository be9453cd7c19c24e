import { en } from "../en";
import type { EntranceTexts, FieldTexts } from "../texts";

type EnglishTexts = FieldTexts & EntranceTexts;

/** The mini-program has all its words with it. */
export const englishAtOnce: EnglishTexts | null = en;
export const loadEnglish = (): Promise<EnglishTexts> => Promise.resolve(en);
