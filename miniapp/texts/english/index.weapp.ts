import { en } from "../en";
import type { Texts } from "../texts";

/** The mini-program has all its words with it. */
export const englishAtOnce: Texts | null = en;
export const loadEnglish = (): Promise<Texts> => Promise.resolve(en);
