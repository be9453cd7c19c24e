import { type Fen, splitByInts, splitByWeights } from "../money";
import { daysOf, lengthOf, periodOf, settlementMonthOf } from "../time";
import { type CompiledComponent, compilePlan } from "./compile";
import type { Draft } from "./draft";
import { environmentOf } from "./environment";
import { type PricingRun, viewOf } from "./eventLines";
import { amountOf, creditFen, refundedFen } from "./factIndex";
import { factsBehind, type InputSource } from "./inputs";
import { measureNamed } from "./measures";
import { type Exact, exactOfInt } from "./number";
import { priceAmount } from "./priceAmount";
import type { PlanSegment } from "./segments";
import type { Allocation, Fact, PeriodComponent } from "./types";

/** The one line that a period component gives in a segment. */
export function periodDraft(
  compiled: CompiledComponent,
  component: PeriodComponent,
  segment: PlanSegment,
  run: PricingRun,
  linesSum: (codes: readonly string[]) => Exact,
  id: string,
): Draft | null {
  if (compiled.faults.length > 0 || !isSettledIn(component, run.book.period)) return null;
  const plan = compilePlan(segment.plan);
  const source: InputSource = {
    book: run.book,
    index: run.index,
    segment,
    role: component.credit ?? "owner",
    view: viewOf(compiled),
    inputs: plan.inputs,
    linesSum,
  };
  const env = environmentOf({
    compiled: plan,
    source,
    cache: run.cacheFor(segment, plan),
    fact: null,
    record: run.recordFor(id),
  });
  const priced = priceAmount(compiled, env);
  const draft: Draft = {
    id,
    compiled,
    segment,
    fact: null,
    wholeFen: priced.fen,
    amountFen: priced.fen,
    reason: priced.reason,
    allocation: [],
    unallocatedFen: 0,
    steps: priced.steps,
    undefinedBecause: priced.undefinedBecause,
    env,
  };
  allocate(draft, component, source);
  if (component.refund === "original") loseRefunded(draft, source);
  return draft;
}

/** A quarter or year is paid in its last month. */
function isSettledIn(component: PeriodComponent, month: string): boolean {
  if (component.period === "week") return false;
  return (
    settlementMonthOf(periodOf(daysOf(month).from, component.period)) === month || lengthOf(month) === component.period
  );
}

/** Divides a period line among the facts of its basis by what is left of each; what has no basis stays with the period. */
function allocate(draft: Draft, component: PeriodComponent, source: InputSource): void {
  const weights = component.basis === undefined ? [] : basisWeights(component.basis, source);
  const parts = splitByInts(
    draft.amountFen,
    weights.map(({ weight }) => weight),
  );
  draft.allocation = weights.flatMap(({ fact }, index): Allocation[] => {
    const fen = parts[index] ?? 0;
    return fen === 0 ? [] : [{ factId: fact.id, fen }];
  });
  draft.unallocatedFen = draft.amountFen - draft.allocation.reduce((sum, one) => sum + one.fen, 0);
}

/** Facts of a basis with what each counts: its net amount, at least 0; a counted fact 1. */
export function basisWeights(name: string, source: InputSource): { fact: Fact; weight: number }[] {
  const input = source.inputs.get(name);
  if (input === undefined || !("code" in input)) return [];
  const money = measureNamed(input.code)?.countBy === "money";
  return factsBehind(input, source)
    .filter((fact) => fact.kind !== "creditNote" && fact.kind !== "cashRefund")
    .map((fact) => ({
      fact,
      weight: money ? Math.max(0, creditFen(fact, source.role, source.view, source.index)) : 1,
    }));
}

/** Refund rule `original`: each sale's allocation loses its part for what was refunded of that sale; no other sale changes. */
function loseRefunded(draft: Draft, source: InputSource): void {
  let lostFen: Fen = 0;
  draft.allocation = draft.allocation.flatMap(({ factId, fen }) => {
    const fact = source.index.byId.get(factId);
    const refunded = fact === undefined ? 0 : refundedFen(fact, source.index);
    const whole = fact === undefined ? null : amountOf(fact, "gross", source.index);
    if (refunded <= 0 || whole === null || whole <= 0) return [{ factId, fen }];
    const [lost = 0] = splitByWeights(fen, [exactOfInt(refunded), exactOfInt(Math.max(0, whole - refunded))]);
    lostFen += lost;
    return fen === lost ? [] : [{ factId, fen: fen - lost }];
  });
  if (lostFen === 0) return;
  draft.steps.push({ step: "refund", fromFen: draft.amountFen, toFen: draft.amountFen - lostFen, params: { lostFen } });
  draft.amountFen -= lostFen;
  draft.reason =
    draft.amountFen === 0 ? { code: "refunded.whole", params: {} } : { code: "refunded.part", params: { lostFen } };
}
