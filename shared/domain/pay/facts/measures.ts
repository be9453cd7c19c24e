import { monthOf } from "../../time";
import { type FactIndex, ownRestOf } from "./factIndex";
import { type CohortOf, cohorts } from "./ratioMeasures";
import type { Fact, FactKind, Role, Unit } from "../types";
import type { RefundView } from "./factIndex";

interface NamedMeasure {
  code: string;
  name: string;
  nameEn: string;
  unit: Unit;
}

/** Folded from own facts: months of it add up. */
export interface SumMeasure extends NamedMeasure {
  of: "facts";
  /** The facts that it folds. */
  kinds: FactKind[];
  /** money: fen of credits; share: the member's shares of facts; each: facts that credit the member at all. */
  countBy: "money" | "share" | "each";
  /** Which of these facts it means, whatever else a plan asks for. */
  only?: (fact: Fact, index: FactIndex) => boolean;
  /** The member's part of one fact, where that is not the credit's fen; null: nobody has said it. */
  fenOf?: (fact: Fact, role: Role, view: RefundView, index: FactIndex) => number | null;
  sign?: 1 | -1;
  /** Left out by a fold that does not take off refunds. */
  refundKinds?: FactKind[];
}

/** How many of those whom it is about. Months of it add up in both numbers, never in the ratio. */
export interface RatioMeasure extends NamedMeasure {
  of: "cohort";
  cohortOf: CohortOf;
  /** Of whoever orders: which sales have to be known. Clients of several months are the same ones, so that its months do not add up. */
  orders?: "period" | "withPrevious";
}

/** Nothing that a member's own facts of a month say: it comes with the book, or its days are counted. */
export interface OtherMeasure extends NamedMeasure {
  of: "book" | "days";
}

export type MeasureDefinition = SumMeasure | RatioMeasure | OtherMeasure;

type Names = [code: string, name: string, nameEn: string];

const named = <U extends Unit>([code, name, nameEn]: Names, unit: U) => ({ code, name, nameEn, unit });
const money = (names: Names, kinds: FactKind[], more: Partial<SumMeasure> = {}): SumMeasure => ({
  ...named(names, "money"),
  of: "facts",
  countBy: "money",
  kinds,
  ...more,
});
const count = (names: Names, kind: FactKind, more: Partial<SumMeasure> = {}): SumMeasure => ({
  ...named(names, "count"),
  of: "facts",
  countBy: "each",
  kinds: [kind],
  ...more,
});
const ratio = (names: Names, cohortOf: CohortOf, unit: Unit = "ratio"): RatioMeasure => ({
  ...named(names, unit),
  of: "cohort",
  cohortOf,
});
const ofOrders = (names: Names, cohortOf: CohortOf, orders: RatioMeasure["orders"]): RatioMeasure => ({
  ...ratio(names, cohortOf),
  orders,
});
const other = (names: Names, unit: Unit, of: OtherMeasure["of"] = "book"): OtherMeasure => ({
  ...named(names, unit),
  of,
});

const sold: FactKind[] = ["sale", "creditNote"];
const refundKinds: FactKind[] = ["creditNote"];

/** A client is new in the month in which its first order counts. */
function isOfNewCustomer(fact: Fact, index: FactIndex): boolean {
  const first = "customerId" in fact ? index.firstOrders.get(fact.customerId ?? "") : undefined;
  return first !== undefined && monthOf(first.countsOn) === monthOf(fact.countsOn);
}

/** The measures that are the same in every company. Every other code is an imported one. */
export const measureCatalogue: readonly MeasureDefinition[] = [
  money(["sales.confirmed", "销售额", "sales"], sold, { refundKinds }),
  money(["sales.gross", "签约额", "gross sales"], ["sale"]),
  money(["sales.exclTax", "不含税销售额", "sales without tax"], ["sale"], {
    fenOf: (fact, role, view, index) =>
      fact.kind === "sale" ? ownRestOf("exclTaxFen", fact, role, view, index) : null,
  }),
  money(["sales.newCustomers", "新客户销售额", "sales to new clients"], sold, { refundKinds, only: isOfNewCustomer }),
  money(["sales.oldCustomers", "老客户销售额", "sales to known clients"], sold, {
    refundKinds,
    only: (fact, index) => !isOfNewCustomer(fact, index),
  }),
  money(["refunds.amount", "退款额", "refunds"], ["creditNote"], { sign: -1 }),
  money(["collections.amount", "回款额", "collections"], ["collection", "cashRefund"], { refundKinds: ["cashRefund"] }),
  ratio(["collections.rate", "回款率", "collection rate"], cohorts.collected),
  count(["sales.orders", "订单数", "orders"], "sale"),
  count(["customers.new", "新客户数", "new clients"], "newCustomer"),
  count(["visits.effective", "有效拜访数", "effective visits"], "visit"),
  count(["visits.newCustomer", "新客户拜访数", "visits to new clients"], "visit", {
    only: (fact) => fact.kind === "visit" && fact.newCustomer === true,
  }),
  count(["followUps", "跟进次数", "follow-ups"], "followUp"),
  count(["stages.reached", "阶段推进数", "stages reached"], "stage"),
  ratio(["stages.conversion", "阶段转化率", "stage conversion"], cohorts.advanced),
  count(["leads.entered", "线索数", "leads"], "lead", { countBy: "share" }),
  count(["leads.valid", "有效线索数", "valid leads"], "lead", {
    countBy: "share",
    only: (fact) => fact.kind === "lead" && fact.valid !== false,
  }),
  ratio(["leads.conversion", "线索转化率", "lead conversion"], cohorts.converted),
  ratio(["marketing.followUp", "市场客户跟进率", "marketing clients followed up"], cohorts.followedUp),
  ratio(["trainings.completion", "培训完成率", "trainings completed"], cohorts.trained),
  ratio(["exams.score", "考试成绩", "exam score"], cohorts.examined, "decimal"),
  ratio(["meetings.attendance", "会议参与率", "meetings attended"], cohorts.attended),
  ofOrders(["customers.repurchase", "复购率", "repurchase rate"], cohorts.repurchased, "period"),
  ofOrders(["customers.retention", "客户留存率", "client retention"], cohorts.retained, "withPrevious"),
  other(["customers.renewal", "续费率", "renewal rate"], "ratio"),
  other(["team.headcount", "团队人数", "people in the team"], "count"),
  other(["team.days", "在队天数", "days in the team"], "days", "days"),
  other(["tenure.months", "司龄月数", "months in the company"], "count"),
];

const byCode = new Map(measureCatalogue.map((measure) => [measure.code, measure]));

export const measureNamed = (code: string): MeasureDefinition | null => byCode.get(code) ?? null;

/** Of the measures, one that own facts add up to. */
export function sumNamed(code: string): SumMeasure | null {
  const measure = measureNamed(code);
  return measure?.of === "facts" ? measure : null;
}
