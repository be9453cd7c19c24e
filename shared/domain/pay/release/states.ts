import { type Fen, sumFen } from "../../money";
import type { BusinessDay } from "../../time";
import type { Draft } from "../evaluation/draft";
import type { FactIndex } from "../facts/factIndex";
import type { MemberBook, Component, PlanInput, StackingRule, States } from "../types";
import { nextDueOn, releasesOfDraft } from "./releases";

export interface LineStates {
  states: States;
  dueOn: BusinessDay | null;
  openFactors: string[];
}

/** Inputs that the rest of the period can change. */
const isPeriodFactor = (input: PlanInput): boolean => input.kind !== "param" && input.kind !== "target";

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
export const openFactorsOf = (draft: Draft, { state }: Pick<MemberBook, "state">): string[] =>
  state === "open" ? factorsOf(draft) : [];

function factorsOf({ compiled, segment }: Draft): string[] {
  const { component, inputs } = compiled;
  const names = inputs.filter(isPeriodFactor).map((input) => input.name);
  const contested = segment.plan.stacking.filter((rule) => isContested(rule, component));
  names.push(...contested.map((rule) => rule.name));
  // A period line without any input still waits for the end of its period.
  return component.grain === "period" && names.length === 0 ? [component.name] : names;
}

const isContested = (rule: StackingRule, component: Component): boolean =>
  rule.policy !== "sum" && rule.components.includes(component.code);
