import type { Fen } from "../../money";
import type { BusinessDay, DaySpan, Month, Period } from "../../time";
import type { FactKind } from "./fact";
import type { RatioParts } from "./fact";
import type { Decimal, ScoreRule, Subject, Unit } from "./plan";
import type { Reason } from "./statement";

/** A number of a trace. null: no value. Conditions are 1 and 0. */
export interface TraceValue {
  /** Exact, `3/200`. */
  fraction: string | null;
  /** For reading: the decimal where it is a finite one, else six places; `exact` says which. */
  decimal: Decimal | null;
  exact: boolean;
  unit: Unit | "condition";
  /** What it was compared with, as fractions: it is printed on its own side of each. */
  edges?: string[];
}

/** Where a value comes from; a tap on it leads there. */
export type TraceSource =
  | { kind: "measure"; code: string; of: Subject; period: Period; factIds: string[]; ratio?: RatioParts }
  | { kind: "attainment"; code: string; of: Subject; period: Period; actual: TraceValue; target: TraceValue }
  | { kind: "target"; code: string; of: Subject; period: Period }
  | { kind: "given"; code: string; period: Period; ratio?: RatioParts }
  | { kind: "score"; missing: ScoreRule["missing"]; parts: TraceScorePart[] }
  | {
      kind: "fact";
      factId: string;
      /** What kind of fact that is. */
      of: FactKind;
      field: string;
      /** Where something was refunded: what was agreed, and what came back of it. */
      net?: { contract: TraceValue; refunded: TraceValue };
    }
  | { kind: "lines"; components: string[] }
  | { kind: "constant" }
  /** Made up to show how a rule reckons. */
  | { kind: "example" };

/** What of a score one of its indicators brings. */
export interface TraceScorePart {
  name: string;
  nameEn: string | null;
  weight: Decimal;
  /** As it counts, limited to its cap. */
  value: TraceValue;
  isCapped: boolean;
  /** 待改进: what the score would gain if this one reached 100 %; absent where it has, or has no value that counts. */
  gain?: TraceValue;
}

/** The row of a table that decided, and its neighbourhood. */
export interface TraceRow {
  table: string;
  tableEn: string | null;
  by: "money" | "ratio" | "count" | "decimal" | "stream" | "origin" | "customerClass";
  /** Edges as written in the plan (multiplied by the target where the table is one of multiples); null: open. */
  from: Decimal | null;
  fromIncluded: boolean;
  to: Decimal | null;
  toIncluded: boolean;
  key: string | null;
  value: Decimal;
  mode: "whole" | "marginal" | null;
  /** Between two points of a linear table: what comes of them. */
  interpolated?: TraceValue;
  /** Where each row counts its own part (marginal): the parts, which add up to the amount. */
  parts: { amount: Decimal; rate: Decimal }[];
}

export type TraceNode = { value: TraceValue } & (
  | { node: "leaf"; name: string | null; nameEn: string | null; source: TraceSource }
  | { node: "operation"; operator: string; parts: TraceNode[] }
  | { node: "call"; name: string; parts: TraceNode[]; row: TraceRow | null }
  | { node: "choice"; condition: TraceNode; chosen: TraceNode; held: boolean }
);

/** A step after the formula: what it did to the amount. */
export interface TraceStep {
  /**
   * remainder: the fen by which parts of a month that was cut add up to the whole. settled: less what earlier months of the period have given;
   * later: nothing before its last month. pool: the member's part of the team's amount.
   */
  step:
    | "cap"
    | "floor"
    | "round"
    | "remainder"
    | "split"
    | "refund"
    | "stacking"
    | "allocation"
    | "settled"
    | "later"
    | "pool";
  fromFen: Fen | null;
  toFen: Fen;
  params: Record<string, string | number>;
}

/** How a line, or the part of it that belongs to one fact, came about. */
export interface Trace {
  lineId: string;
  /** Where the trace is of the part of one fact: which. */
  factId: string | null;
  component: { code: string; name: string; nameEn: string | null; kind: string; grain: "event" | "period" };
  plan: { code: string; name: string; version: number; validFrom: BusinessDay };
  condition: TraceNode | null;
  /** The condition in standard form, by language. */
  conditionText: { "zh-CN": string; en: string } | null;
  /** English names of the plan's inputs and tables, where it has them. */
  englishNames: Record<string, string>;
  /** null where the condition did not hold or nothing was evaluated. */
  formula: TraceNode | null;
  steps: TraceStep[];
  amountFen: Fen;
  /** Of a part of less than half a fen: what it is exactly, in yuan, as a fraction. */
  roundedFrom?: string;
  /** Of the whole line, where this is the part of one fact. */
  lineFen: Fen;
  reason: Reason;
  month: Month;
  /** Of what is paid by the week: which one. */
  week?: Period;
  /** The days that it is of, where a move has cut the month, or the week. */
  days: DaySpan | null;
  /** The fact behind an event line, or the one whose part this is. */
  fact: {
    id: string;
    kind: string;
    customerId: string | null;
    on: BusinessDay;
    /** As it counts. */
    amountFen: Fen | null;
    /** Where something was refunded: what was agreed, and what came back of it. */
    net?: { contractFen: Fen; refundedFen: Fen };
  } | null;
}

/** A piece of a formula as shown: a value that can be tapped, or a sign. */
export interface FormulaPart {
  text: string;
  label: string | null;
  /** One sentence on where it comes from; null for a sign. */
  source: string | null;
  ref: TraceSource | null;
}
