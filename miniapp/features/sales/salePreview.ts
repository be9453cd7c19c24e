import {
  evaluate,
  formulaText,
  type Language,
  type Line,
  type PlannedSale,
  plannedFact,
  type Receipt,
  traceOf,
} from "@shared/domain/pay";
import { type Edge, edgeOf } from "./nearestEdge";

/** What one line of the month would gain. */
export interface Gain {
  lineId: string;
  name: string;
  fen: number;
  /** Of it, what the sale itself brings; the rest is what it does to the month's other sales. */
  ownFen: number;
  /** `100,000.00 × 1.5% = 1,500.00` */
  formula: string | null;
  /** Where the rate changes next. */
  edge: Edge | null;
}

/** What a sale would bring, by the same engine as the server's: line by line, with it less without it. */
export interface SalePreview {
  gains: Gain[];
}

/** @returns null where this phone cannot compute the plan */
export function previewOf(receipt: Receipt, sale: Omit<PlannedSale, "teamId">, language: Language): SalePreview | null {
  const { assignments, book } = receipt;
  const fact = plannedFact(book, { ...sale, teamId: assignments[0]?.teamId ?? null });
  const bookWith = { ...book, facts: [...book.facts, fact] };
  const before = evaluate(assignments, book);
  const after = evaluate(assignments, bookWith);
  if (after.exceptions.some(({ code }) => code === "formula.invalid" || code === "tooLarge")) return null;
  const known = new Map(before.lines.map((line) => [line.id, line.amountFen]));
  const gains = after.lines
    .map((line) => ({ line, fen: line.amountFen - (known.get(line.id) ?? 0) }))
    .filter(({ fen }) => fen !== 0)
    .map(({ line, fen }): Gain => {
      const trace = traceOf(assignments, bookWith, line.id, fact.id);
      return {
        lineId: line.id,
        name: nameOf(line, language),
        fen,
        ownFen: line.allocation.find((part) => part.factId === fact.id)?.fen ?? 0,
        formula: trace && formulaText(trace, language),
        edge: trace && edgeOf(trace, assignments),
      };
    });
  return { gains };
}

const nameOf = ({ component }: Line, language: Language): string =>
  language === "en" ? (component.nameEn ?? component.name) : component.name;
