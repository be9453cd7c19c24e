import type { EnglishTexts } from "../texts";

/** In the browser they are a file of their own, which the first page of everybody else does not wait for. */
export const englishAtOnce: EnglishTexts | null = null;
export const loadEnglish = async (): Promise<EnglishTexts> => (await import("../en")).en;
