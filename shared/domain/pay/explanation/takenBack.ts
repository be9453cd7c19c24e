import type { Fen } from "../../money";
import type { BusinessDay } from "../../time";
import { evaluate } from "../evaluation/evaluate";
import { standingFacts } from "../facts/factIndex";
import { increment } from "./increment";
import type { Assignment, Fact, MemberBook, Statement, VisitFact } from "../types";

/** A visit that counts no more, and by how much the month would pay more if it did. */
export interface TakenBack {
  factId: string;
  customerId: string;
  on: BusinessDay;
  amountFen: Fen;
}

/**
 * The visits that have counted in a month and were taken back, each with what the month lacks by that one alone. Where another visit of its
 * day at the client counts in its place, or nothing is paid by it, nothing is lost.
 * @param credited all facts that credit the member in the month, in all their revisions
 * @param statement what the book evaluates to
 */
export function takenBackVisits(
  assignments: readonly Assignment[],
  { book, credited, statement }: { book: MemberBook; credited: readonly Fact[]; statement: Statement },
): TakenBack[] {
  const standing = standingFacts(credited);
  const ids = new Set(standing.map(({ id }) => id));
  const places = new Set(standing.flatMap((fact) => (fact.kind === "visit" ? [placeOf(fact)] : [])));
  const rejected = credited.flatMap((fact) => (fact.kind === "visit" && fact.rejected ? [fact] : []));
  const gone = new Map(rejected.filter(({ id }) => !ids.has(id)).map((fact) => [fact.id, fact]));
  const countedAt = new Set(standing.flatMap((fact) => (fact.kind === "visit" ? [fact.customerId] : [])));
  return [...gone.values()].flatMap(({ rejected: _, newCustomer, ...rest }) => {
    // Where another counts at that client by now, it would come back as one of several.
    const counted = newCustomer && !countedAt.has(rest.customerId) ? { ...rest, newCustomer } : rest;
    if (places.has(placeOf(counted))) return [];
    const withIt = evaluate(assignments, { ...book, facts: [...standing, counted] });
    const { totalFen } = increment(statement, withIt, counted.id);
    const { id: factId, customerId, on } = counted;
    return totalFen > 0 ? [{ factId, customerId, on, amountFen: totalFen }] : [];
  });
}

const placeOf = ({ customerId, on }: VisitFact): string => `${customerId}:${on}`;
