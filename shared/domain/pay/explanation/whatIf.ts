import { type Fen, sumFen } from "../../money";
import { type BusinessDay, monthOf } from "../../time";
import { evaluate } from "../evaluation/evaluate";
import { creditsOf } from "../facts/credits";
import { standingFacts } from "../facts/factIndex";
import type { Assignment, Credit, Fact, GivenInput, MemberBook, SaleFact, VisitFact } from "../types";

/** An order that somebody might sign. */
export interface PlannedSale {
  saleId: string;
  customerId: string;
  amountFen: Fen;
  signedOn: BusinessDay;
  /** The day that it would be confirmed on: its month is the one in which it would count. */
  countsOn: BusinessDay;
  teamId: string | null;
  /** The customer's first one. */
  isFirstOrder?: boolean;
}

/** Money that might come in for an order of the book, or for a planned one. */
export interface PlannedCollection {
  saleId: string;
  amountFen: Fen;
  on: BusinessDay;
}

/** A visit that might become effective. */
export interface PlannedVisit {
  customerId: string;
  on: BusinessDay;
  teamId: string | null;
  /** The first one at a client that has not ordered yet. */
  newCustomer?: true;
}

/** A unit and all above it, from itself up. */
export type UnitPath = readonly [unitId: string, ...above: string[]];

/** What a unit might have sold in the month; the units above it have then sold that much more as well. */
export interface PlannedResult {
  path: UnitPath;
  measure: string;
  doneFen: Fen;
}

/** Any number of things that might happen yet. */
export interface Planned {
  sales?: readonly PlannedSale[];
  collections?: readonly PlannedCollection[];
  visits?: readonly PlannedVisit[];
  results?: readonly PlannedResult[];
}

/** The measure that planned sales count in, and the units whose result rises with them. */
export interface Counting {
  measure: string;
  path: UnitPath;
}

/**
 * A month as it would be if all this happened: `evaluate` says what it would pay, `explainDifference` why. Results of units are what is planned
 * for them, whatever planned sales add.
 * @param counting without it planned sales leave the units' results as they are
 */
export function plannedBook(book: MemberBook, planned: Planned, counting?: Counting): MemberBook {
  const { sales = [], collections = [], visits = [], results = [] } = planned;
  const inMonth = sales.filter(({ countsOn }) => monthOf(countsOn) === book.period);
  const soldFen = sumFen(inMonth.map(({ amountFen }) => amountFen));
  const counted = counting ? raised(book, counting, soldFen) : book.given;
  const given = results.reduce((inputs, result) => {
    const ownFen = resultFen({ ...book, given: inputs }, result.measure, result.path[0]);
    return ownFen === null ? inputs : raised({ ...book, given: inputs }, result, result.doneFen - ownFen);
  }, counted);
  const facts: Fact[] = [...book.facts, ...sales.flatMap((sale) => plannedFacts(book, sale))];
  const known = standingFacts([...facts, ...(book.referred ?? [])]);
  const money = collections.flatMap((one, at) => plannedCollection(one, at, known) ?? []);
  return { ...book, given, facts: [...facts, ...money, ...visits.map((one, at) => plannedVisit(book, one, at))] };
}

/** The fact that a confirmation would make of a sale of the book's member. */
export function plannedFact(book: Pick<MemberBook, "memberId">, sale: PlannedSale): SaleFact {
  const { saleId, customerId, amountFen, signedOn, countsOn, teamId } = sale;
  const credits: Credit[] = [{ memberId: book.memberId, role: "owner", share: "1", fen: amountFen, teamId }];
  return { ...plannedOn(saleId, countsOn, signedOn), kind: "sale", saleId, customerId, amountFen, credits };
}

function plannedFacts(book: MemberBook, sale: PlannedSale): Fact[] {
  const fact = plannedFact(book, sale);
  if (sale.isFirstOrder !== true) return [fact];
  return [fact, { ...fact, id: `${fact.id}:first`, kind: "newCustomer" }];
}

/** Nothing for an order that is not there; one of an earlier month is, where the book refers to it. */
function plannedCollection({ saleId, amountFen, on }: PlannedCollection, at: number, facts: Fact[]): Fact | null {
  const sale = facts.find((fact): fact is SaleFact => fact.kind === "sale" && fact.saleId === saleId);
  if (sale === undefined) return null;
  const { customerId } = sale;
  const credits = creditsOf(amountFen, sale.credits);
  return { ...plannedOn(`planned:collection:${at}`, on), kind: "collection", saleId, customerId, amountFen, credits };
}

function plannedVisit({ memberId }: MemberBook, visit: PlannedVisit, at: number): VisitFact {
  const { customerId, on, teamId, newCustomer } = visit;
  const credits: Credit[] = [{ memberId, role: "owner", share: "1", fen: 0, teamId }];
  const fact: VisitFact = { ...plannedOn(`planned:visit:${at}`, on), kind: "visit", customerId, credits };
  return newCustomer === true ? { ...fact, newCustomer } : fact;
}

const plannedOn = (id: string, countsOn: BusinessDay, on = countsOn) => ({
  id,
  revision: 0,
  source: "preview",
  recordedAt: `${countsOn}T00:00:00+08:00`,
  on,
  countsOn,
  bookedIn: monthOf(countsOn),
});

/** What the month would pay more if all this happened. */
export function payIf(
  assignments: readonly Assignment[],
  book: MemberBook,
  planned: Planned,
  counting?: Counting,
): Fen {
  return payOf(assignments, plannedBook(book, planned, counting)) - payOf(assignments, book);
}

/** The given inputs with these units' results of the month so much higher. */
function raised(book: MemberBook, { measure, path }: Counting, moreFen: Fen): GivenInput[] {
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

/** What a unit has sold in the month, as far as the book says. */
export function resultFen(book: MemberBook, measure: string, unitId: string): Fen | null {
  const value = resultOf(book, measure, unitId)?.value;
  return value && "fen" in value ? value.fen : null;
}

const resultOf = ({ given, period }: MemberBook, measure: string, unitId: string): GivenInput | undefined =>
  given.find(
    (input) => input.kind === "measure" && input.code === measure && input.unitId === unitId && input.period === period,
  );

/** What a member's month comes to. */
export const payOf = (assignments: readonly Assignment[], book: MemberBook): Fen =>
  evaluate(assignments, book).totals.amountFen;
