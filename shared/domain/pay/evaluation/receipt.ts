import type { Fen } from "../../money";
import { canonicalJson } from "../../canonicalJson";
import { hashOf } from "./hashOf";
import { evaluate } from "./evaluate";
import { indexOf, standingFacts } from "../facts/factIndex";
import type { Assignment, Component, MemberBook, Credit, Fact, Plan, Receipt, Statement } from "../types";

/**
 * Everything that is needed to compute a statement again, with a hash over it. It goes to the phone of the member whose statement
 * it is, and names nobody else: what others have of a fact stays as a share of no one, since the split is computed from it.
 */
export function receiptOf(assignments: readonly Assignment[], book: MemberBook, statement: Statement): Receipt {
  const own = {
    assignments: assignments.map((one) => ({
      ...one,
      versions: one.versions.map((plan) => ownPlan(plan, book.memberId)),
    })),
    // Of two that claim one revision the content decides, so it is decided here, before anything is left out.
    book: ownBook(book),
    statement,
  };
  return { ...own, hash: hashOf(own) };
}

function ownBook(book: MemberBook): MemberBook {
  const { memberId, referred } = book;
  const ownFacts = (facts: readonly Fact[]) => facts.map((fact) => ownFact(fact, memberId));
  return {
    ...book,
    facts: ownFacts(indexOf(book).facts),
    ...(referred && { referred: ownFacts(standingFacts(referred)) }),
  };
}

/** Whom else a plan is for, and who asked for what when it was made, decides nothing of what it pays. */
function ownPlan({ needs: _needs, scope: { members, ...scope }, ...plan }: Plan, memberId: string): Plan {
  const named = members?.includes(memberId) ? { members: [memberId] } : {};
  const components = plan.components.map((component) => withOwnWeight(component, memberId));
  return { ...plan, components, scope: { ...scope, ...named } };
}

/** What others have of a team's amount is in the sum of weights that the book's part of it names. */
function withOwnWeight(component: Component, memberId: string): Component {
  if (component.grain !== "period" || component.pool?.weights === undefined) return component;
  const own = component.pool.weights[memberId];
  return { ...component, pool: { ...component.pool, weights: own === undefined ? {} : { [memberId]: own } } };
}

/** Another member in a receipt: the same for all of them. */
const somebodyElse = "*";

function ownFact(fact: Fact, memberId: string): Fact {
  const credits = fact.credits.map((credit): Credit =>
    credit.memberId === memberId ? credit : { ...credit, memberId: somebodyElse, teamId: null },
  );
  const named = (id: string): string => (id === memberId ? id : somebodyElse);
  if (fact.kind === "handover")
    return { ...fact, credits, fromMemberId: named(fact.fromMemberId), toMemberId: named(fact.toMemberId) };
  // Visits may be those of somebody who shares the sale; nothing is computed from their ids.
  if (fact.kind !== "sale") return { ...fact, credits };
  const { visitIds: _visitIds, ...sale } = fact;
  return { ...sale, credits };
}

export interface Verification {
  agrees: boolean;
  /** Whether the receipt is still what was hashed. */
  intact: boolean;
  /** Lines whose amounts differ; null: one of the two does not have the line. */
  differences: { lineId: string; statedFen: Fen | null; computedFen: Fen | null }[];
}

/** Computes the statement of a receipt again. It agrees only where every line, state, reason and allocation is the same. */
export function verify(receipt: Receipt): Verification {
  const { assignments, book, statement, hash } = receipt;
  const computed = evaluate(assignments, book);
  const intact = hashOf({ assignments, book, statement }) === hash;
  const agrees = intact && canonicalJson(computed) === canonicalJson(statement);
  return { agrees, intact, differences: differencesOf(statement, computed) };
}

function differencesOf(stated: Statement, computed: Statement): Verification["differences"] {
  const amounts = (statement: Statement) => new Map(statement.lines.map((line) => [line.id, line.amountFen]));
  const [said, found] = [amounts(stated), amounts(computed)];
  return [...new Set([...said.keys(), ...found.keys()])]
    .map((lineId) => ({ lineId, statedFen: said.get(lineId) ?? null, computedFen: found.get(lineId) ?? null }))
    .filter(({ statedFen, computedFen }) => statedFen !== computedFen);
}
