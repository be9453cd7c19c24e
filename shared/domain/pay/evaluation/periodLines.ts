import { splitByInts } from "../../money";
import type { CompiledComponent } from "../plan/compile";
import type { Draft } from "./draft";
import { restAfterRefunds } from "./eventLines";
import { creditFen } from "../facts/factIndex";
import { factsBehind, type InputSource } from "./inputs";
import { sumNamed } from "../facts/measures";
import { orTooLarge, priceAmount, tooLarge } from "./priceAmount";
import type { PricingRun, SegmentRun } from "./pricingRun";
import { type PlanSegment, prefixOf } from "../plan/segments";
import { leaveForLater, settlementIn, takeOffSettled } from "./settlement";
import type { Fact, PeriodComponent } from "../types";

/** The one line that a period component gives in a segment of the month, or of one of its weeks; null where its formulas are none. */
export function periodDraft(
  compiled: CompiledComponent,
  component: PeriodComponent,
  segmentRun: SegmentRun,
  run: PricingRun,
  id: string,
): Draft | null {
  const settlement = settlementIn(component, run.book.period);
  if (compiled.faults.length > 0) return null;
  const env = segmentRun.environment(compiled, null, id);
  const { segment } = segmentRun;
  const name = nameIn(segment, component);
  const priced = run.countable(priceAmount(compiled, env, segment.cut ? run.sumBefore(name) : undefined));
  const draft: Draft = {
    id,
    compiled,
    segment,
    fact: null,
    wholeFen: priced.fen,
    amountFen: priced.fen,
    reason: priced.reason,
    allocation: [],
    unallocatedFen: priced.fen,
    steps: priced.steps,
    undefinedBecause: priced.undefinedBecause,
    env,
  };
  if (segment.cut) run.addPart(name, draft, priced.exact);
  const beyond = orTooLarge(() => {
    if (settlement === "later") leaveForLater(draft, component, run.book.period);
    if (settlement === "toDate") {
      const settledFen = run.settledFen(name, component.period);
      if (!run.counts(settledFen)) return tooLarge();
      takeOffSettled(draft, settledFen);
    }
    if (component.basis !== undefined && draft.amountFen !== 0) allocate(draft, component.basis, env.source);
    if (component.refund === "original") loseRefunded(draft, env.source);
    return null;
  });
  if (beyond !== null) {
    const { reason, steps, undefinedBecause } = beyond;
    const nothing = { wholeFen: 0, amountFen: 0, allocation: [], unallocatedFen: 0 };
    Object.assign(draft, { ...nothing, reason, steps, undefinedBecause });
  }
  return draft;
}

/** What the lines of a component are called by: of each week it has its own. */
export const nameIn = (segment: PlanSegment, { code }: PeriodComponent): string =>
  `${prefixOf(segment)}${code}${segment.length === "week" ? `:${segment.period}` : ""}`;

/** Divides a period line among the facts of its basis by what is left of each; what finds no fact stays with the period. */
function allocate(draft: Draft, basis: string, source: InputSource): void {
  const weights = basisWeights(basis, source);
  const parts = splitByInts(
    draft.amountFen,
    weights.map(({ weight }) => weight),
  );
  weights.forEach(({ fact }, index) => {
    const fen = parts[index] ?? 0;
    if (fen === 0) return;
    draft.allocation.push({ factId: fact.id, fen });
    draft.unallocatedFen -= fen;
  });
}

/** Facts of a basis with what each counts: its net amount, at least 0; a counted fact 1. */
export function basisWeights(name: string, source: InputSource): { fact: Fact; weight: number }[] {
  const input = source.inputs.get(name);
  if (input === undefined || !("code" in input)) return [];
  const money = sumNamed(input.code)?.countBy === "money";
  return factsBehind(input, source)
    .filter((fact) => fact.kind !== "creditNote" && fact.kind !== "cashRefund")
    .map((fact) => ({
      fact,
      weight: money ? Math.max(0, creditFen(fact, source.role, source.view, source.index)) : 1,
    }));
}

/** Refund rule `original`: each sale's allocation loses its part for what was refunded of that sale; no other sale changes. */
function loseRefunded(draft: Draft, { index }: InputSource): void {
  const before = draft.amountFen;
  draft.allocation = draft.allocation.flatMap(({ factId, fen }) => {
    const fact = index.byId.get(factId);
    const rest = fact === undefined ? fen : restAfterRefunds(fen, fact, index);
    draft.amountFen -= fen - rest;
    return rest === 0 ? [] : [{ factId, fen: rest }];
  });
  if (draft.amountFen === before) return;
  draft.wholeFen = draft.amountFen;
  const params = { lostFen: before - draft.amountFen };
  draft.steps.push({ step: "refund", fromFen: before, toFen: draft.amountFen, params });
  draft.reason = draft.amountFen === 0 ? { code: "refunded.whole", params: {} } : { code: "refunded.part", params };
}
