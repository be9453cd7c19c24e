import type { Fen } from "../../money";
import type { Draft } from "./draft";
import type { FactIndex } from "../facts/factIndex";
import { type PricedBook, priceBook } from "./price";
import { statesOf } from "../release/states";
import { totalsOf } from "./totals";
import type { Assignment, MemberBook, Line, Statement, StatementException } from "../types";

/**
 * What the plans say a member gets for a month. Pure: the same plans and book give the same statement, whatever the order of facts,
 * on the server and on the phone. Never throws for what people may have written into plans: a component that cannot be priced is an
 * exception of the statement, the rest is computed.
 */
export function evaluate(assignments: readonly Assignment[], book: MemberBook): Statement {
  return statementOf(priceBook(assignments, book), book);
}

export function statementOf(priced: PricedBook, book: MemberBook): Statement {
  const paid = paidByLine(priced.index);
  const lines = priced.drafts.map((draft) => lineOf(draft, book, paid.get(draft.id) ?? 0));
  if (book.corrections) lines.push(...book.corrections);
  return {
    memberId: book.memberId,
    period: book.period,
    lines,
    totals: totalsOf(lines),
    exceptions: [...priced.exceptions, ...priced.drafts.flatMap(exceptionOf)],
  };
}

function lineOf(draft: Draft, book: MemberBook, paidFen: Fen): Line {
  const { states, dueOn, openFactors } = statesOf(draft, book, draft.env.source.index, paidFen);
  const line: Line = {
    id: draft.id,
    component: draft.compiled.head,
    segment: draft.segment.label,
    factId: draft.fact?.id ?? null,
    amountFen: draft.amountFen,
    allocation: draft.allocation,
    unallocatedFen: draft.unallocatedFen,
    reason: draft.reason,
    states,
    dueOn,
    openFactors,
  };
  if (draft.pool !== undefined) line.pool = draft.pool;
  return line;
}

function paidByLine(index: FactIndex): Map<string, Fen> {
  const paid = new Map<string, Fen>();
  for (const fact of index.facts) {
    if (fact.kind === "payment") paid.set(fact.lineId, (paid.get(fact.lineId) ?? 0) + fact.amountFen);
  }
  return paid;
}

function exceptionOf(draft: Draft): StatementException[] {
  if (draft.undefinedBecause === null) return [];
  const code = draft.undefinedBecause === "tooLarge" ? "tooLarge" : "undefined";
  return [{ lineId: draft.id, code, params: { component: draft.compiled.component.name, ...draft.reason.params } }];
}
