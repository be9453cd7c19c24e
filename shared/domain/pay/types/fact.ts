import type { Fen } from "../../money";
import type { BusinessDay, Month, Period } from "../../time";
import type { Decimal, Subject } from "./plan";

/** What a ratio was made of, which is told wherever it is shown. */
export interface RatioParts {
  numerator: Decimal;
  denominator: Decimal;
  /** Whom or what it is about, `2026-Q1 新客户`. */
  cohort: string;
  /** Instant up to which facts are in it; null: not known. */
  asOf: string | null;
}

export type Role = "owner" | "marketing" | "referrer" | "support" | "companion";

/** How much of a fact counts for whom; fixed on the fact's day `on`. The shares of one role add up to 1. */
export interface Credit {
  memberId: string;
  role: Role;
  /** A decimal such as `0.7`. */
  share: string;
  /** The member's part of the fact's amount by `split`; 0 for facts without an amount. */
  fen: Fen;
  /** The member's team on that day. */
  teamId: string | null;
}

interface FactBase {
  id: string;
  revision: number;
  /** Who says so: `confirmation`, `import`, `api`, `derived` … */
  source: string;
  /** Instant, ISO with offset. */
  recordedAt: string;
  /** The day it happened: decides credits, origin and rule version. */
  on: BusinessDay;
  /** The day that decides the period of personal measures. */
  countsOn: BusinessDay;
  /** The month that team, branch and company measures fold. */
  bookedIn: Month;
  credits: Credit[];
}

/** A confirmed sale, tax included. */
export interface SaleFact extends FactBase {
  kind: "sale";
  saleId: string;
  customerId: string;
  amountFen: Fen;
  /** 不含税, where the invoice or the import says so. */
  exclTaxFen?: Fen;
  marginFen?: Fen;
  quantity?: number;
  stream?: string;
  origin?: string;
  customerClass?: string;
  /** The effective visits that it stands on. */
  visitIds?: string[];
  /** A later revision of a sale that counts in another month: here it counts no more. */
  rejected?: true;
}

/** A contract reduced, goods returned or cancelled: an amount below 0 on its sale. Its countsOn is that of the sale. */
export interface CreditNoteFact extends FactBase {
  kind: "creditNote";
  saleId: string;
  customerId: string;
  amountFen: Fen;
  exclTaxFen?: Fen;
  marginFen?: Fen;
}

export interface MoneyMovementFact extends FactBase {
  kind: "invoice" | "acceptance" | "collection" | "cashRefund";
  saleId: string;
  customerId: string;
  amountFen: Fen;
  /** Days from the due date to the money, for collections. */
  ageDays?: number;
}

/** A customer's first order, decided once when that order was confirmed. `amountFen` is that order's amount. */
export interface NewCustomerFact extends FactBase {
  kind: "newCustomer";
  saleId: string;
  customerId: string;
  amountFen: Fen;
  /** As of a sale. */
  rejected?: true;
}

/** An effective visit. */
export interface VisitFact extends FactBase {
  kind: "visit";
  customerId: string;
  /** A later revision of a visit whose check-in was not accepted: it counts nowhere any more. */
  rejected?: true;
  minutes?: number;
  /** The first effective visit at a client that had no order before. */
  newCustomer?: true;
}

export interface FollowUpFact extends FactBase {
  kind: "followUp";
  customerId: string;
}

/** A customer has reached a stage for the first time, as somebody has said. */
export interface StageFact extends FactBase {
  kind: "stage";
  customerId: string;
  from: string;
  to: string;
  /** A later revision of one that was taken back: it counts nowhere any more. */
  rejected?: true;
}

/** A lead, judged by the definition in force when it was entered. */
export interface LeadFact extends FactBase {
  kind: "lead";
  customerId?: string;
  /** It was judged not to be a valid one: nothing but the number of leads counts it. */
  valid?: false;
  /** The day on which the order was signed that came of it. */
  convertedOn?: BusinessDay;
}

/** A decision that depended on its moment, such as the budget left, taken once for one component and one fact. */
export interface GrantFact extends FactBase {
  kind: "grant";
  component: string;
  factId: string;
  granted: boolean;
  why?: string;
}

/** Money of a line that has reached the member. */
export interface PaymentFact extends FactBase {
  kind: "payment";
  lineId: string;
  amountFen: Fen;
  channel: string;
}

/** An imported value: 满意度, 合规得分, 铺货率 … */
export interface ValueFact extends FactBase {
  kind: "value";
  code: string;
  of: Subject;
  /** The member, unit, partner or shop. */
  subjectId: string;
  period: Period;
  decimal: Decimal;
  /** Of a ratio: its value is the quotient of these, and not the decimal. */
  ratio?: RatioParts;
  /** The sets of partners or shops that its subject is in. */
  sets?: string[];
}

/** What somebody decided on, with the approval that it rests on; null: it came with an import. */
interface Decided extends FactBase {
  reason: string;
  approvalId: string | null;
  /** The line that it is about. */
  lineId?: string;
}

/** A special reward or an adjustment. */
export interface ManualFact extends Decided {
  kind: "manual";
  amountFen: Fen;
  budget?: string;
}

/** How an objection ended: by how much the line changes. */
export interface RulingFact extends Decided {
  kind: "ruling";
  amountFen: Fen;
}

/** A customer has gone to somebody else, who shares what follows for a time. */
export interface HandoverFact extends Decided {
  kind: "handover";
  customerId: string;
  fromMemberId: string;
  toMemberId: string;
  /** Whoever gave it away keeps so much of each sale, up to a day. */
  kept?: { share: Decimal; until: BusinessDay }[];
}

/** Days without work; half ones are `0.5`. */
export interface LeaveFact extends Decided {
  kind: "leave";
  days: Decimal;
}

/** A training, exam or meeting that somebody was to take part in. */
export interface TrainingFact extends Decided {
  kind: "training";
  /** Absent: a training. */
  form?: "exam" | "meeting";
  course: string;
  completed: boolean;
  score?: Decimal;
}

export type Fact =
  | SaleFact
  | CreditNoteFact
  | MoneyMovementFact
  | NewCustomerFact
  | VisitFact
  | FollowUpFact
  | StageFact
  | LeadFact
  | GrantFact
  | PaymentFact
  | ValueFact
  | ManualFact
  | RulingFact
  | HandoverFact
  | LeaveFact
  | TrainingFact;

export type FactKind = Fact["kind"];
