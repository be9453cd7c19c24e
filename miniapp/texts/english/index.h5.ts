import type { PageTexts } from "../texts";

/** In the browser they are a file of their own, which the first page of everybody else does not wait for. */
export const englishAtOnce: PageTexts | null = null;
export const loadEnglish = async (): Promise<PageTexts> => (await import("../en")).en;
