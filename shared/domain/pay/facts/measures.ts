import { sumFen, yuanOf } from "../../money";
import { type DaySpan, isWithin } from "../../time";
import { amountOf, creditFen, type FactIndex, isCredited, passes, type RefundView } from "./factIndex";
import { type Exact, exactOfDecimal, exactOfInt, sumOf, zero } from "../numbers/number";
import type { Fact, FactFilter, FactKind, Role, Unit } from "../types";

export interface MeasureDefinition {
  code: string;
  name: string;
  nameEn: string;
  unit: Unit;
  /** The facts that it folds. */
  kinds: FactKind[];
  /** money: fen of credits; share: the member's shares of facts; each: facts that credit the member at all. */
  countBy: "money" | "share" | "each";
  /** Which of these facts it means, whatever else a plan asks for. */
  only?: FactFilter;
  sign?: 1 | -1;
  /** Left out by a fold that does not take off refunds. */
  refundKinds?: FactKind[];
}

/** The measures that own facts give. Every other code is an imported measure and comes with the book. */
export const measureCatalogue: readonly MeasureDefinition[] = [
  {
    code: "sales.confirmed",
    name: "销售额",
    nameEn: "sales",
    unit: "money",
    kinds: ["sale", "creditNote"],
    refundKinds: ["creditNote"],
    countBy: "money",
  },
  { code: "sales.gross", name: "签约额", nameEn: "gross sales", unit: "money", kinds: ["sale"], countBy: "money" },
  {
    code: "refunds.amount",
    name: "退款额",
    nameEn: "refunds",
    unit: "money",
    kinds: ["creditNote"],
    countBy: "money",
    sign: -1,
  },
  {
    code: "collections.amount",
    name: "回款额",
    nameEn: "collections",
    unit: "money",
    kinds: ["collection", "cashRefund"],
    refundKinds: ["cashRefund"],
    countBy: "money",
  },
  { code: "sales.orders", name: "订单数", nameEn: "orders", unit: "count", kinds: ["sale"], countBy: "each" },
  {
    code: "customers.new",
    name: "新客户数",
    nameEn: "new clients",
    unit: "count",
    kinds: ["newCustomer"],
    countBy: "each",
  },
  {
    code: "visits.effective",
    name: "有效拜访数",
    nameEn: "effective visits",
    unit: "count",
    kinds: ["visit"],
    countBy: "each",
  },
  {
    code: "visits.newCustomer",
    name: "新客户拜访数",
    nameEn: "visits to new clients",
    unit: "count",
    kinds: ["visit"],
    only: { newCustomer: true },
    countBy: "each",
  },
  { code: "followUps", name: "跟进次数", nameEn: "follow-ups", unit: "count", kinds: ["followUp"], countBy: "each" },
  {
    code: "stages.reached",
    name: "阶段推进数",
    nameEn: "stages reached",
    unit: "count",
    kinds: ["stage"],
    countBy: "each",
  },
  { code: "leads.valid", name: "有效线索数", nameEn: "valid leads", unit: "count", kinds: ["lead"], countBy: "share" },
];

const byCode = new Map(measureCatalogue.map((measure) => [measure.code, measure]));

export const measureNamed = (code: string): MeasureDefinition | null => byCode.get(code) ?? null;

export interface FoldRequest {
  measure: MeasureDefinition;
  days: DaySpan;
  role: Role;
  view: RefundView;
  filter?: FactFilter;
  qualifyingFen: number;
  /** Which facts the asking segment owns. */
  owns: (fact: Fact) => boolean;
}

/** The facts of a measure within a span of days: kind by kind, each in the index's order. */
export function factsOf(request: FoldRequest, index: FactIndex): Fact[] {
  const { measure, view } = request;
  const kinds =
    view === "net" ? measure.kinds : measure.kinds.filter((kind) => measure.refundKinds?.includes(kind) !== true);
  const facts: Fact[] = [];
  for (const kind of kinds)
    for (const fact of index.byKind.get(kind) ?? []) if (isFolded(fact, request, index)) facts.push(fact);
  return facts;
}

function isFolded(
  fact: Fact,
  { measure, days, role, view, filter, qualifyingFen, owns }: FoldRequest,
  index: FactIndex,
): boolean {
  if (!isWithin(fact.countsOn, days) || !isCredited(fact, role, index.memberId) || !owns(fact)) return false;
  if (!passes(fact, measure.only, qualifyingFen, index)) return false;
  if (!passes(fact, filter, qualifyingFen, index)) return false;
  // An order that was cancelled whole is no order, and its customer no new one.
  return view === "gross" || measure.countBy === "money" || amountOf(fact, "net", index) !== 0;
}

/** The value of a measure over the member's own facts: exact yuan or an exact count. */
export function foldMeasure(request: FoldRequest, index: FactIndex): Exact {
  const facts = factsOf(request, index);
  const { countBy, sign = 1 } = request.measure;
  // Refunds are facts of their own in a fold, so each fact counts by itself here.
  if (countBy === "money") {
    return yuanOf(sumFen(facts.map((fact) => sign * creditFen(fact, request.role, "gross", index))));
  }
  if (countBy === "each") return exactOfInt(facts.length);
  return sumOf(
    facts.map((fact) => {
      const own = fact.credits.filter((one) => one.memberId === index.memberId && one.role === request.role);
      return sumOf(own.map((one) => exactOfDecimal(one.share) ?? zero));
    }),
  );
}
