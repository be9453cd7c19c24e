import { useMemo } from "react";
import { useWords, type Words } from ".";
import type { Area } from "./area";
import type { Texts } from "./texts";

type SaidIn<Named extends Area> = (Named extends Area<infer Said> ? (said: Said) => void : never) extends (
  all: infer All,
) => void
  ? All
  : never;

/** The first words with those of areas: `TextsWith<typeof fieldWords | typeof meWords>`. */
export type TextsWith<Named extends Area> = Texts & SaidIn<Named>;
export type WordsWith<Named extends Area> = Words & { t: TextsWith<Named> };

export function wordsWith<const Areas extends readonly Area[]>(words: Words, areas: Areas): WordsWith<Areas[number]> {
  const said = areas.map(({ zh, en }) => (words.language === "en" ? en : zh));
  return { ...words, t: Object.assign({}, words.t, ...said) as TextsWith<Areas[number]> };
}

/** As `useWords`, with what the named areas say (miniapp/texts/areas): they come with whoever names them. */
export function usePageWords<const Areas extends readonly Area[]>(...areas: Areas): WordsWith<Areas[number]> {
  const words = useWords();
  // oxlint-disable-next-line react-hooks/exhaustive-deps -- what a page names is always the same
  return useMemo(() => wordsWith(words, areas), [words]);
}
