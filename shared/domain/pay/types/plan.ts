import type { BusinessDay, PeriodLength } from "../../time";
import type { FactKind, Role } from "./fact";

/** A decimal as text, such as `0.015`: numbers of a plan never pass through a float. */
export type Decimal = string;

/** Chinese text that a formula can use as a name. */
export type Name = string;

/** Whose measure it is. */
export type Subject = "member" | "team" | "branch" | "company" | "partners" | "shops";

/** Levels whose results are those of a unit above a member. */
export type UnitLevel = Extract<Subject, "team" | "branch" | "company">;

/** `yearToDate`: from 1 January to the end of the month. */
export type InputPeriod = PeriodLength | "yearToDate" | "previousMonth";

/** money: yuan; count, ratio, decimal and days are bare numbers. */
export type Unit = "money" | "count" | "ratio" | "decimal" | "days";

/** Which facts a measure folds: every condition given must hold. */
export interface FactFilter {
  stream?: string;
  origin?: string;
  customerClass?: string;
  /** A first order that meets the company's condition for a new customer. */
  qualifying?: boolean;
  /** A visit to a client that is new: its first effective one, before any order. */
  newCustomer?: boolean;
  /** The stage that was reached, so that one stage's number can be divided by another's. */
  stage?: string;
  /** The stage before: of a conversion, where it begins. */
  fromStage?: string;
  /** The course of a training or exam. */
  course?: string;
  /** Of imported values that are paid one by one: which. */
  code?: string;
}

/** How several indicators become one score. */
export interface ScoreRule {
  items: { input: Name; weight: Decimal; cap?: Decimal | null; direction?: "up" | "down" }[];
  /** What an indicator without value does to the score. */
  missing: "block" | "redistribute" | "zero";
}

/** A measure itself, its target, measure ÷ target, or its change against the period before. */
export interface MeasuredInput {
  kind: "measure" | "attainment" | "target" | "growth";
  /** Code of the measure, `sales.confirmed`. */
  code: string;
  of: Subject;
  period: InputPeriod;
  filter?: FactFilter;
  /** Only for imported measures, whose unit no catalogue knows. */
  unit?: Unit;
  /** Of counts of facts that several people share: each one whole, or the member's share of it. Absent: as the measure has it. */
  countBy?: "share" | "each";
  /** Which of the partners or shops; absent: all that are the member's. */
  set?: string;
  /** Which of the target's levels; absent: `target`. */
  level?: TargetLevel;
}

/** 目标, 挑战, 冲刺 */
export type TargetLevel = "target" | "challenge" | "sprint";

/** Divides those who are compared by their result, the best first: `["0.2", "0.6", "0.2"]`. */
export interface LayerRule {
  /** Code of the measure that they are ordered by. */
  by: string;
  /** Whose members are compared with each other. */
  cohort: UnitLevel;
  /** Parts of the heads, which add up to 1. */
  shares: Decimal[];
  /** previousPeriod: fixed when that one closed; current: estimated until this one does. */
  from: "previousPeriod" | "current";
}

/** A name that formulas may use, and where its value comes from. */
export type PlanInput = { name: Name; nameEn?: string } & (
  | MeasuredInput
  /** A dated value per member, team or plan, such as 奖金基数. */
  | {
      kind: "param";
      code: string;
      unit: Unit;
      /** Whose value it is; absent: the member's, else that of the nearest unit that has one. */
      holder?: "member" | "team" | "plan";
    }
  /** top, middle or bottom as 1, 2, 3; given by the book. */
  | { kind: "layer"; code: string; period: InputPeriod; rule?: LayerRule }
  | ({ kind: "score" } & ScoreRule)
  /** The sum of other components of the same segment. */
  | { kind: "lines"; components: string[] }
);

/** A row reaches up to its edge; the edge itself belongs to it where `includes` says so. null: no end. */
export interface TableRow {
  upTo: Decimal | null;
  includes?: boolean;
  value: Decimal;
}

/**
 * One form for tiers and bands: rows from the lowest up, open below and above, so that every amount has exactly one row. Edges
 * of a money table are in yuan.
 */
export interface BandTable {
  kind?: "bands";
  name: Name;
  nameEn?: string;
  by: "money" | "ratio" | "count" | "decimal";
  /** whole: the row reached gives the rate for everything; marginal: each row for its own part. Money tables only. */
  mode?: "whole" | "marginal";
  /** linear: between points, constant beyond the ends. */
  shape?: "step" | "linear";
  rows: TableRow[];
}

/** A value by a property of the fact, such as a rate by origin. */
export interface LookupTable {
  kind: "lookup";
  name: Name;
  nameEn?: string;
  by: "stream" | "origin" | "customerClass";
  unit?: "money" | "ratio" | "decimal";
  rows: { key: string; value: Decimal }[];
  otherwise: Decimal;
}

export type Table = BandTable | LookupTable;

export type ReleaseTrigger = "earned" | "invoiced" | "accepted" | "collected" | "paidInFull" | "date";

/** `立即`, `次月5日`, `7个工作日` (after the day that the trigger happened). */
export type DueRule = "立即" | `次月${number}日` | `${number}个工作日`;

/** A part of a line that is released by its own trigger; the shares of a component add up to 1. */
export interface Tranche {
  share: Decimal;
  when: ReleaseTrigger;
  due: DueRule;
  channel?: "redPacket" | "payroll" | "nonCash";
  /** The day from which working days run; absent: that of the trigger. */
  after?: "signedOn" | "confirmedOn";
  /** Of the trigger `date`: the day. */
  on?: BusinessDay;
}

/** Limits of rewards that are decided once, when they arise. */
export interface GrantRule {
  /** At most so many for one member in a period. */
  perMember?: { count: number; period: PeriodLength };
  /** Days after one before the member, or for the same customer, can get the next. */
  coolDownDays?: number;
}

/**
 * saleMonth: a refund counts in its sale's month, which is computed again. original: the line loses its allocation × refund ÷ amount.
 * none: refunds change nothing.
 */
export type RefundRule = "saleMonth" | "original" | "none";

interface ComponentBase {
  code: string;
  name: string;
  nameEn?: string;
  /** 提成, 奖金, 补贴, 奖励, 底薪, 扣减 */
  kind: string;
  /** Without it, or where it holds, the amount counts; otherwise the line is 0 and says why. */
  when?: string;
  /** Formula in yuan. */
  amount: string;
  cap?: string;
  floor?: string;
  refund?: RefundRule;
  /** The budget that a grant must come from; without one the reward needs no grant. */
  budget?: string;
  grant?: GrantRule;
  pay?: Tranche[];
  /** Of what is earned and not released when somebody leaves: released as ever, for so many days yet, or not any more. */
  onLeave?: "continue" | "stop" | { untilDays: number };
  /** 预支: paid ahead, it comes back from what is released later. */
  recoverable?: true;
}

/** Priced fact by fact, each on the whole fact; a member gets the part of the split. */
export interface EventComponent extends ComponentBase {
  grain: "event";
  on: FactKind;
  /** In which role the fact must credit the member; `owner` unless said otherwise. */
  credit?: Role;
  filter?: FactFilter;
  /** At most one paying line in the plan's life per customer (or sale). */
  oncePer?: "customer" | "sale";
}

/** Priced once per member, period and segment. */
export interface PeriodComponent extends ComponentBase {
  grain: "period";
  period: PeriodLength;
  credit?: Role;
  /** The measure whose facts the line is allocated to. */
  basis?: Name;
  /**
   * Of a period longer than a month. end: in its last month; toDate: each month what it comes to so far, less what it has given.
   * Absent: `end`.
   */
  settle?: "end" | "toDate";
  /** Of a team's plan: the amount is the team's, and its members divide it. */
  pool?: PoolRule;
}

/** How the members of a team divide its amount. */
export interface PoolRule {
  /** total: the amount is divided; each: everybody gets it. */
  give: "total" | "each";
  /** In equal parts, by each one's part of a measure, or by weights. */
  by: "equal" | "share" | "fixed";
  /** Of `share`: code of the measure. */
  code?: string;
  /** Of `fixed`: weight by member; whoever is not named has none. */
  weights?: Record<string, Decimal>;
  /** Who shares in it. Absent: who is in the team on the month's last day, and was for at least 15 of its days (Q22). */
  members?: { daysMin: number; onLastDay: boolean };
}

export type Component = EventComponent | PeriodComponent;

/** sum: all count; best: the larger sum of the period, ties to the first listed; first: the first that pays. */
export interface StackingRule {
  name: string;
  components: string[];
  policy: "sum" | "best" | "first";
}

export interface PlanExample {
  name: string;
  /** Values by input name, `150000元`, `0.95`; event fields by their name. */
  given: Record<Name, string>;
  /** Amounts by component code, `2250元`. */
  expect: Record<string, string>;
}

export interface PlanScope {
  members?: string[];
  orgUnits?: string[];
  roles?: string[];
  salesModes?: string[];
}

/** One place where a plan is not as the plan that it extends; null: it is not there at all. */
export interface PlanDifference {
  /** `components.commission.amount`, `tables.佣金阶梯` … */
  path: string;
  parent: string | null;
  own: string | null;
}

/** A published version is complete and never changes. */
export interface Plan {
  code: string;
  name: string;
  nameEn?: string;
  version: number;
  /** First day that this version is in force. */
  validFrom: BusinessDay;
  /** Last day; campaigns only. */
  validTo?: BusinessDay;
  layer: "base" | "campaign";
  /** `<code>@<version>` of the plan whose parts hold where it has none of its own. */
  extends?: string;
  /** Parts of that plan which do not hold here, `components.over-bonus`. */
  leavesOut?: string[];
  /** Where it differs from what it extends, as of its publication: the plan itself is complete. */
  differs?: PlanDifference[];
  /** team: priced once for each team of its scope, with pools alone. Absent: `member`. */
  subject?: "member" | "team";
  /** It stands in the place of a version that was wrong, from a day that is over. */
  corrects?: { version: number; from: BusinessDay; reason: string };
  scope: PlanScope;
  inputs: PlanInput[];
  tables: Table[];
  components: Component[];
  stacking: StackingRule[];
  examples: PlanExample[];
  /** What the people concerned asked for, in their words and as a number. */
  needs?: { who: string; atLeast: string }[];
}
