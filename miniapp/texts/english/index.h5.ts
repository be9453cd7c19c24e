import type { EntranceTexts, FieldTexts, OfficeTexts } from "../texts";

type EnglishTexts = FieldTexts & EntranceTexts & OfficeTexts;

/** In the browser they are a file of their own, which the first page of everybody else does not wait for. */
export const englishAtOnce: EnglishTexts | null = null;
export const loadEnglish = async (): Promise<EnglishTexts> => (await import("../en")).en;
