import { yuanSum } from "../../money";
import { type DaySpan, isWithin } from "../../time";
import { amountOf, creditFen, type FactIndex, isCredited, passes, type RefundView } from "./factIndex";
import type { RatioMeasure, SumMeasure } from "./measures";
import type { Cohort } from "./ratioMeasures";
import { type Exact, exactOfDecimal, exactOfInt, sumOf, zero } from "../numbers/number";
import type { Fact, FactFilter, FactKind, Role } from "../types";

export interface FoldRequest {
  days: DaySpan;
  role: Role;
  view: RefundView;
  filter?: FactFilter;
  /** How the plan counts what several people share; absent: as the measure has it. */
  countBy?: "share" | "each";
  qualifyingFen: number;
  /** Which facts the asking segment owns. */
  owns: (fact: Fact) => boolean;
}

/** The facts of a measure within a span of days: kind by kind, each in the index's order. */
export function factsOf(measure: SumMeasure, request: FoldRequest, index: FactIndex): Fact[] {
  const { view } = request;
  const kinds =
    view === "net" ? measure.kinds : measure.kinds.filter((kind) => measure.refundKinds?.includes(kind) !== true);
  return kinds.flatMap((kind) =>
    factsOfKind(kind, request, index).filter(
      (fact) =>
        (measure.only === undefined || measure.only(fact, index)) &&
        // An order that was cancelled whole is no order, and its customer no new one.
        (view === "gross" || measure.countBy === "money" || amountOf(fact, "net", index) !== 0),
    ),
  );
}

const factsOfKind = (kind: FactKind, request: FoldRequest, index: FactIndex): Fact[] =>
  (index.byKind.get(kind) ?? []).filter((fact) => isFolded(fact, request, index));

function isFolded(fact: Fact, { days, role, filter, qualifyingFen, owns }: FoldRequest, index: FactIndex): boolean {
  if (!isWithin(fact.countsOn, days) || !isCredited(fact, role, index.memberId) || !owns(fact)) return false;
  return passes(fact, filter, qualifyingFen, index);
}

/**
 * The value of a measure over the member's own facts: exact yuan or an exact count; null where one of them does not say it.
 * @param facts of `factsOf`
 */
export function foldMeasure(
  measure: SumMeasure,
  facts: readonly Fact[],
  { role, view, countBy }: Pick<FoldRequest, "role" | "view" | "countBy">,
  index: FactIndex,
): Exact | null {
  const { sign = 1, fenOf } = measure;
  if (fenOf !== undefined) {
    const parts = facts.map((fact) => fenOf(fact, role, view, index));
    return parts.some((part) => part === null) ? null : yuanSum(parts.map((part) => sign * (part ?? 0)));
  }
  // Refunds are facts of their own in a fold, so each fact counts by itself here.
  if (measure.countBy === "money") return yuanSum(facts.map((fact) => sign * creditFen(fact, role, "gross", index)));
  if ((countBy ?? measure.countBy) === "each") return exactOfInt(facts.length);
  return sumOf(facts.map((fact) => shareOf(fact, role, index.memberId)));
}

/** What of a fact is the member's, of 1. */
export const shareOf = (fact: Fact, role: Role, memberId: string): Exact =>
  sumOf(
    fact.credits
      .filter((one) => one.memberId === memberId && one.role === role)
      .map((one) => exactOfDecimal(one.share) ?? zero),
  );

/** Both numbers of a ratio over the member's own facts, 0 and 0 where it is about nobody. @param before the days of the period before */
export function foldRatio(
  { cohortOf }: RatioMeasure,
  request: FoldRequest & { before: DaySpan },
  index: FactIndex,
): Cohort {
  const { role, view, filter = {}, days, before } = request;
  // Stages say where a cohort begins and ends, and not which of its facts to take.
  const { stage: _stage, fromStage: _fromStage, ...properties } = filter;
  const ofAnyStage = { ...request, filter: properties };
  const salesIn = (span: DaySpan) =>
    [...index.saleById.values()].filter(
      (sale) => isFolded(sale, { ...ofAnyStage, days: span }, index) && amountOf(sale, "net", index) !== 0,
    );
  return cohortOf({
    factsOfKind: (kind) => factsOfKind(kind, ofAnyStage, index),
    ownFen: (fact) => creditFen(fact, role, view, index),
    sales: { inPeriod: salesIn(days), before: salesIn(before) },
    index,
    filter,
  });
}
