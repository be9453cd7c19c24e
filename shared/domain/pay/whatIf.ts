import type { Fen } from "../money";
import { type BusinessDay, monthOf } from "../time";
import { evaluate } from "./evaluate";
import type { Assignment, Book, SaleFact } from "./types";

export interface PlannedSale {
  saleId: string;
  customerId: string;
  amountFen: Fen;
  signedOn: BusinessDay;
  /** The day that it would be confirmed on: its month is the one in which it would count. */
  countsOn: BusinessDay;
  teamId: string | null;
}

/** The fact that a confirmation would make of a sale of the book's member: an order of a customer who is not new. */
export function plannedFact(book: Book, sale: PlannedSale): SaleFact {
  const { saleId, customerId, amountFen, signedOn, countsOn, teamId } = sale;
  return {
    id: saleId,
    kind: "sale",
    revision: 0,
    source: "preview",
    recordedAt: `${countsOn}T00:00:00+08:00`,
    on: signedOn,
    countsOn,
    bookedIn: monthOf(countsOn),
    saleId,
    customerId,
    amountFen,
    credits: [{ memberId: book.memberId, role: "owner", share: "1", fen: amountFen, teamId }],
  };
}

/** What the month would pay more with one more sale. */
export function payIfSold(assignments: readonly Assignment[], book: Book, sale: PlannedSale): Fen {
  return payOf(assignments, { ...book, facts: [...book.facts, plannedFact(book, sale)] }) - payOf(assignments, book);
}

/**
 * What the month would pay more if a unit had sold so much in it. The units above it have then sold that much more as well;
 * all else stays as it is.
 * @param unit.path the unit and all above it
 */
export function payIfUnitSold(
  assignments: readonly Assignment[],
  book: Book,
  unit: { path: readonly [unitId: string, ...above: string[]]; measure: string; doneFen: Fen },
): Fen {
  const resultOf = (unitId: string) =>
    book.given.find(
      (input) =>
        input.kind === "measure" &&
        input.code === unit.measure &&
        input.unitId === unitId &&
        input.period === book.period,
    );
  const own = resultOf(unit.path[0])?.value;
  if (!own || !("fen" in own)) return 0;
  const moreFen = unit.doneFen - own.fen;
  const counting = new Set(unit.path.map(resultOf));
  const given = book.given.map((input) =>
    counting.has(input) && input.value && "fen" in input.value
      ? { ...input, value: { fen: input.value.fen + moreFen } }
      : input,
  );
  return payOf(assignments, { ...book, given }) - payOf(assignments, book);
}

export interface WayToTarget {
  amountFen: Fen;
  gainFen: Fen;
}

/** A step that is worth less than this is rounding. */
const stepMinFen = 100;

/**
 * What reaching the target with one sale would bring. Where a table changes only beyond the target, a sale of one fen more,
 * which is what brings that step.
 * @param sale one of exactly what is missing to the target
 */
export function bestWayToTarget(assignments: readonly Assignment[], book: Book, sale: PlannedSale): WayToTarget {
  const waysFen = [sale.amountFen, sale.amountFen + 1] as const;
  const [exactly, beyond] = waysFen.map((amountFen) => ({
    amountFen,
    gainFen: payIfSold(assignments, book, { ...sale, amountFen }),
  })) as [WayToTarget, WayToTarget];
  return beyond.gainFen - exactly.gainFen >= stepMinFen ? beyond : exactly;
}

const payOf = (assignments: readonly Assignment[], book: Book): Fen => evaluate(assignments, book).totals.amountFen;
