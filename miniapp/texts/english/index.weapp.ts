import { en } from "../en";
import type { FieldTexts } from "../texts";

/** The mini-program has all its words with it. */
export const englishAtOnce: FieldTexts | null = en;
export const loadEnglish = (): Promise<FieldTexts> => Promise.resolve(en);
