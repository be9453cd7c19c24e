import type { Fen } from "../../money";
import { type BusinessDay, monthOf } from "../../time";
import { evaluate } from "../evaluation/evaluate";
import type { Assignment, Fact, MemberBook, GivenInput, SaleFact } from "../types";

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
export function plannedFact(book: MemberBook, sale: PlannedSale): SaleFact {
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

/** A unit and all above it, from itself up. */
export type UnitPath = readonly [unitId: string, ...above: string[]];

/**
 * What the month would pay more with one more sale.
 * @param counting the measure that the sale counts in, and the units whose result rises with it; without it theirs stay
 */
export function payIfSold(
  assignments: readonly Assignment[],
  book: MemberBook,
  sale: PlannedSale,
  counting?: { measure: string; path: UnitPath },
): Fen {
  const given = counting ? raised(book, counting, sale.amountFen) : book.given;
  const sold = { ...book, given, facts: [...book.facts, plannedFact(book, sale)] };
  return payOf(assignments, sold) - payOf(assignments, book);
}

/**
 * What the month would pay more if a unit had sold so much in it. The units above it have then sold that much more as well;
 * all else stays as it is.
 * @param unit.path the unit and all above it
 */
export function payIfUnitSold(
  assignments: readonly Assignment[],
  book: MemberBook,
  unit: { path: UnitPath; measure: string; doneFen: Fen },
): Fen {
  const own = resultOf(book, unit.measure, unit.path[0])?.value;
  if (!own || !("fen" in own)) return 0;
  return payOf(assignments, { ...book, given: raised(book, unit, unit.doneFen - own.fen) }) - payOf(assignments, book);
}

/** The given inputs with these units' results of the month so much higher. */
function raised(book: MemberBook, { measure, path }: { measure: string; path: UnitPath }, moreFen: Fen): GivenInput[] {
  const results = new Set(path.map((unitId) => resultOf(book, measure, unitId)));
  return book.given.map((input) =>
    results.has(input) && input.value && "fen" in input.value
      ? { ...input, value: { fen: input.value.fen + moreFen } }
      : input,
  );
}

/**
 * The given inputs as they will be once the units have counted these facts: each result of a unit that one of them is credited in,
 * or of a unit above it, with its part. The same list where none of them is given.
 * @param unitsAbove a unit and all above it
 */
export function raisedByFacts(
  book: Pick<MemberBook, "period" | "given">,
  facts: readonly Fact[],
  { measure, unitsAbove }: { measure: string; unitsAbove: (unitId: string) => readonly string[] },
): GivenInput[] {
  const { period, given } = book;
  const moreFen = new Map<string, Fen>();
  for (const fact of facts) {
    const { kind, bookedIn, credits } = fact;
    if ((kind !== "sale" && kind !== "creditNote") || bookedIn !== period) continue;
    const sign = kind === "sale" && fact.rejected ? -1 : 1;
    for (const { role, teamId, fen } of credits) {
      if (role !== "owner" || teamId === null) continue;
      for (const unitId of unitsAbove(teamId)) moreFen.set(unitId, (moreFen.get(unitId) ?? 0) + sign * fen);
    }
  }
  const raise = (input: GivenInput): GivenInput => {
    const { kind, code, unitId = "", value } = input;
    const fen = moreFen.get(unitId) ?? 0;
    const isResult = kind === "measure" && code === measure && input.period === period;
    return isResult && fen !== 0 && value && "fen" in value ? { ...input, value: { fen: value.fen + fen } } : input;
  };
  const raised = given.map(raise);
  return raised.every((input, index) => input === given[index]) ? given : raised;
}

const resultOf = ({ given, period }: MemberBook, measure: string, unitId: string): GivenInput | undefined =>
  given.find(
    (input) => input.kind === "measure" && input.code === measure && input.unitId === unitId && input.period === period,
  );

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
export function bestWayToTarget(
  assignments: readonly Assignment[],
  book: MemberBook,
  sale: PlannedSale,
  counting?: Parameters<typeof payIfSold>[3],
): WayToTarget {
  const waysFen = [sale.amountFen, sale.amountFen + 1] as const;
  const [exactly, beyond] = waysFen.map((amountFen) => ({
    amountFen,
    gainFen: payIfSold(assignments, book, { ...sale, amountFen }, counting),
  })) as [WayToTarget, WayToTarget];
  return beyond.gainFen - exactly.gainFen >= stepMinFen ? beyond : exactly;
}

const payOf = (assignments: readonly Assignment[], book: MemberBook): Fen =>
  evaluate(assignments, book).totals.amountFen;
