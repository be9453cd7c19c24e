import type { Fen } from "@shared/domain/money";
import { changesByComponent as changesOf, type Statement } from "@shared/domain/pay";

type Lines = Pick<Statement, "lines">;

/** What of a change is of one part of the pay, by its name. */
export interface ComponentChange {
  name: { "zh-CN": string; en: string };
  fen: Fen;
}

/** What differs between two statements of a month, component by component, as events keep it. @param changeOf of one component's lines */
export const changesByComponent = (
  before: Lines,
  after: Lines,
  changeOf?: (before: Lines, after: Lines) => Fen,
): ComponentChange[] =>
  changesOf(before, after, changeOf).map(({ name, nameEn, fen }) => ({
    name: { "zh-CN": name, en: nameEn ?? name },
    fen,
  }));
