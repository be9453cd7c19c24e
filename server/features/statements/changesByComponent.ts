import { type Fen, sumFen } from "@shared/domain/money";
import type { Statement } from "@shared/domain/pay";

type Lines = Pick<Statement, "lines">;

/** What of a change is of one part of the pay, by its name. */
export interface ComponentChange {
  name: { "zh-CN": string; en: string };
  fen: Fen;
}

/** What differs between two statements of a month, component by component in the order of the plan. @param changeOf of one component's lines */
export function changesByComponent(
  before: Lines,
  after: Lines,
  changeOf: (before: Lines, after: Lines) => Fen = (from, to) => payOf(to) - payOf(from),
): ComponentChange[] {
  const ofCode = ({ lines }: Lines, code: string) => ({
    lines: lines.filter(({ component }) => component.code === code),
  });
  const components = new Map([...after.lines, ...before.lines].map(({ component }) => [component.code, component]));
  return [...components.values()].flatMap(({ code, name, nameEn }) => {
    const fen = changeOf(ofCode(before, code), ofCode(after, code));
    return fen === 0 ? [] : [{ name: { "zh-CN": name, en: nameEn ?? name }, fen }];
  });
}

const payOf = ({ lines }: Lines): Fen => sumFen(lines.map(({ amountFen }) => amountFen));
