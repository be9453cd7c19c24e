import type { ComponentType, ReactNode } from "react";
import type { Words } from "@/texts";
import { fieldWords } from "@/texts/areas/main/field";
import { meWords } from "@/texts/areas/main/me";
import { queueWords } from "@/texts/areas/main/queue";
import { wordsWith, type WordsWith } from "@/texts/pageWords";

/** What a part stands on. A part of the kind `screen` covers everything, so it is shown one state at a time. */
export type Ground = "card" | "flush" | "page" | "screen";

export interface State {
  name: string;
  show: () => ReactNode;
}

/** A part of the product with the states that the gallery and its tests show. */
export interface Examples {
  /** As ui exports it, or its folder in components. */
  part: string;
  on: Ground;
  /** Narrower windows never draw it. */
  isForMonitors?: boolean;
  statesIn: (words: ExampleWords) => State[];
}

const areas = [fieldWords, meWords, queueWords] as const;

export type ExampleWords = WordsWith<(typeof areas)[number]> & {
  /** A text that only an example needs. */
  say: (zh: string, en: string) => string;
};

/**
 * A part's examples: its properties in each state, by the state's name. Name what is unusual about a state, and give one for
 * each that a person may meet: empty, long, none, less than none, huge, wrong, disabled.
 */
export function examplesOf<Props extends object, const States extends Record<string, Props>>(
  part: string,
  Part: ComponentType<Props>,
  states: (words: ExampleWords) => States,
  on: Ground = "card",
): Examples {
  const statesIn = (words: ExampleWords) =>
    Object.entries(states(words)).map(([name, props]) => ({ name, show: () => <Part {...props} /> }));
  return { part, on, statesIn };
}

export const exampleWords = (words: Words): ExampleWords => ({
  ...wordsWith(words, areas),
  say: (zh, en) => (words.language === "en" ? en : zh),
});

/** What taps do here. */
export const nothing = (): void => {};
