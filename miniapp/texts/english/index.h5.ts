import type { FieldTexts } from "../texts";

/** In the browser they are a file of their own, which the first page of everybody else does not wait for. */
export const englishAtOnce: FieldTexts | null = null;
export const loadEnglish = async (): Promise<FieldTexts> => (await import("../en")).en;
