import { type Edge, edgeOf } from "./nearestEdge";
import { formulaText } from "./text";
import { traceOf } from "./trace";
import type { Assignment, Language, Line, MemberBook, Statement } from "../types";

/** What one line of the month gains with a sale. */
export interface SaleGain {
  lineId: string;
  name: string;
  kind: string;
  fen: number;
  /** Of it, what the sale itself brings. */
  ownFen: number;
  /** The rest: what it does to the month's other sales, or to the month as a whole. */
  othersFen: number;
  /**
   * `100,000.00 × 1.5% = 1,500.00`, of the sale's own part; `0.01 × 2% = 0.0002 → 0.00` where that is less than half a fen. null where nothing
   * was computed, or the line is not divided among sales.
   */
  formula: string | null;
  /** Where the rate changes next. */
  edge: Edge | null;
}

/** A month without and with a sale, on the inputs that hold in each. */
export interface MonthWithSale {
  assignments: readonly Assignment[];
  before: Statement;
  after: Statement;
  /** The book that `after` is computed from. */
  book: MemberBook;
}

/**
 * The difference of the two statements, line by line: all that moves is in it, lines that are there in only one of them included.
 * @param factIds the sale's own first, then what else it was, such as a customer's first order
 */
export function saleGains(
  { assignments, before, after, book }: MonthWithSale,
  factIds: readonly [string, ...string[]],
  language: Language,
): SaleGain[] {
  const [was, is] = [before, after].map(({ lines }) => new Map(lines.map((line) => [line.id, line])));
  const lines = new Map([
    ...(is ?? []),
    ...before.lines.filter(({ id }) => !is?.has(id)).map((line) => [line.id, line] as const),
  ]);
  return [...lines.values()].flatMap((line): SaleGain[] => {
    const [lineBefore, lineAfter] = [was?.get(line.id), is?.get(line.id)];
    const fen = (lineAfter?.amountFen ?? 0) - (lineBefore?.amountFen ?? 0);
    const ownFen = partOf(lineAfter, factIds) - partOf(lineBefore, factIds);
    if (fen === 0 && ownFen === 0) return [];
    const factId = factIds.find((id) => lineAfter?.allocation.some((part) => part.factId === id)) ?? factIds[0];
    // A line of another event is not about this one.
    const isOther = line.factId !== null && !factIds.includes(line.factId);
    const trace = lineAfter === undefined || isOther ? null : traceOf(assignments, book, line.id, factId);
    return [
      {
        lineId: line.id,
        name: language === "en" ? (line.component.nameEn ?? line.component.name) : line.component.name,
        kind: line.component.kind,
        fen,
        ownFen,
        othersFen: fen - ownFen,
        formula: trace && formulaText(trace, language),
        edge: trace && edgeOf(trace, assignments),
      },
    ];
  });
}

function partOf(line: Line | undefined, factIds: readonly string[]): number {
  const own = line?.allocation.filter(({ factId }) => factIds.includes(factId)) ?? [];
  return own.reduce((sum, { fen }) => sum + fen, 0);
}
