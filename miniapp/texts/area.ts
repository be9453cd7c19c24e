import type { MainTexts } from "./texts";

/** What a part of the product says. It comes with the pages and parts that name it in `usePageWords`, and with no others. */
export interface Area<Said extends object = object> {
  zh: Said;
  /** Null where it comes with the language itself. */
  en: Said | null;
}

/**
 * An area of pages that open without a network from the first day on: in the mini-program they are in the main package. Its English is
 * in `en/index.ts`, so that no browser of somebody who reads Chinese loads it with a page.
 */
export const ofMainPages = <Name extends keyof MainTexts>(zh: Pick<MainTexts, Name>): Area<Pick<MainTexts, Name>> => ({
  zh,
  en: null,
});
