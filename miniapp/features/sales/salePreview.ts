import { evaluate, type Line, type Receipt, type SaleFact } from "@shared/domain/pay";
import { type BusinessDay, monthOf } from "@shared/domain/time";

/** What a sale would bring, by the same engine as the server's: line by line, with it less without it. */
export interface SalePreview {
  gains: { lineId: string; name: string; fen: number; status: "estimated" | "earned"; ownFen: number }[];
}

export interface PlannedSale {
  saleId: string;
  customerId: string;
  amountFen: number;
  signedOn: BusinessDay;
  /** The day that it would count for: the month of its confirmation. */
  today: BusinessDay;
}

/** @returns null where this phone cannot compute the plan */
export function previewOf({ assignments, book }: Receipt, sale: PlannedSale): SalePreview | null {
  const fact = plannedFact(sale, book.memberId, assignments[0]?.teamId ?? null);
  const before = evaluate(assignments, book);
  const after = evaluate(assignments, { ...book, facts: [...book.facts, fact] });
  if (after.exceptions.some(({ code }) => code === "formula.invalid" || code === "tooLarge")) return null;
  const known = new Map(before.lines.map((line) => [line.id, line]));
  return {
    gains: after.lines.map((line) => gainOf(line, known.get(line.id), fact.id)).filter(({ fen }) => fen !== 0),
  };
}

function gainOf(line: Line, before: Line | undefined, factId: string): SalePreview["gains"][number] {
  return {
    lineId: line.id,
    name: line.component.name,
    fen: line.amountFen - (before?.amountFen ?? 0),
    // The sale is not confirmed: what it brings is estimated as long as any factor of the month is open.
    status: line.states.estimatedFen > 0 ? "estimated" : "earned",
    ownFen: line.allocation.find((part) => part.factId === factId)?.fen ?? 0,
  };
}

/** The fact that a confirmation today would make of it. */
function plannedFact(sale: PlannedSale, memberId: string, teamId: string | null): SaleFact {
  return {
    id: sale.saleId,
    kind: "sale",
    revision: 0,
    source: "preview",
    recordedAt: `${sale.today}T00:00:00+08:00`,
    on: sale.signedOn,
    countsOn: sale.today,
    bookedIn: monthOf(sale.today),
    saleId: sale.saleId,
    customerId: sale.customerId,
    amountFen: sale.amountFen,
    credits: [{ memberId, role: "owner", share: "1", fen: sale.amountFen, teamId }],
  };
}
