import { en } from "../en";
import type { PageTexts } from "../texts";

/** The mini-program has all its words with it. */
export const englishAtOnce: PageTexts | null = en;
export const loadEnglish = (): Promise<PageTexts> => Promise.resolve(en);
