import type { Texts } from "../texts";

/** In the browser they are a file of their own, which the first page of everybody else does not wait for. */
export const englishAtOnce: Texts | null = null;
export const loadEnglish = async (): Promise<Texts> => (await import("../en")).en;
