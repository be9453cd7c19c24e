import { type Fen, sumFen } from "../../money";
import type { BusinessDay } from "../../time";
import type { Draft } from "../evaluation/draft";
import type { FactIndex } from "../facts/factIndex";
import type { MemberBook, States } from "../types";
import { nextDueOn, releasesOfDraft } from "./releases";

export interface LineStates {
  states: States;
  dueOn: BusinessDay | null;
  openFactors: string[];
}

/**
 * In which state each fen of a line is. Estimated: something in the open month can still change it. Earned: nothing can, but a refund or
 * correction. Payable: released by a tranche's trigger. Paid: by payment facts.
 */
export function statesOf(draft: Draft, book: MemberBook, index: FactIndex, paidFen: Fen): LineStates {
  const openFactors = openFactorsOf(draft, book);
  if (openFactors.length > 0) {
    const states = { estimatedFen: draft.amountFen - paidFen, earnedFen: 0, payableFen: 0, paidFen };
    return { states, dueOn: null, openFactors };
  }
  const releases = releasesOfDraft(draft, book, index);
  const releasedFen = sumFen(releases.map(({ fen }) => fen));
  const payableFen = releasedFen - paidFen;
  const states: States = { estimatedFen: 0, earnedFen: draft.amountFen - releasedFen, payableFen, paidFen };
  if (payableFen < 0) states.receivableFen = 0 - payableFen;
  return { states, dueOn: nextDueOn(releases, payableFen), openFactors };
}

/** Names of what can still change a line of an open month; none once it is sure. */
export const openFactorsOf = ({ compiled }: Draft, { state }: Pick<MemberBook, "state">): string[] =>
  state === "open" ? compiled.openFactors : sure;

const sure: string[] = [];
