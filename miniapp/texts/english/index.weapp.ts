import { en } from "../en";
import type { EntranceTexts, FieldTexts, OfficeTexts } from "../texts";

type EnglishTexts = FieldTexts & EntranceTexts & OfficeTexts;

/** The mini-program has all its words with it. */
export const englishAtOnce: EnglishTexts | null = en;
export const loadEnglish = (): Promise<EnglishTexts> => Promise.resolve(en);
