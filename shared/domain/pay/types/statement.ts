import type { Fen } from "../../money";
import type { BusinessDay, Month, Period } from "../../time";
import type { Assignment, MemberBook, PoolPart } from "./memberBook";

/** Every fen of a line is in exactly one of these. */
export interface States {
  estimatedFen: Fen;
  earnedFen: Fen;
  payableFen: Fen;
  paidFen: Fen;
  /** Of what was paid, what has been lost since and must come back (待扣回): then `payableFen` is below 0 by the same amount. */
  receivableFen?: Fen;
}

/** A run of days with one plan version, one team. */
export interface Segment {
  from: BusinessDay;
  to: BusinessDay;
  planCode: string;
  planVersion: number;
  teamId: string | null;
  /** Of what is paid by the week: which one. */
  week?: Period;
}

export type ReasonCode =
  /** The amount is what the formula gives. */
  | "paid"
  | "condition.notMet"
  | "condition.undefined"
  /** A name in the formula has no value: `name`, `why`. */
  | "undefined"
  /** A factor of the formula is 0: `name`, `factor`, and where a table gave it `table`, `value`. */
  | "factor.zero"
  | "amount.zero"
  | "cap.reached"
  | "floor.applied"
  | "refunded.whole"
  | "refunded.part"
  | "oncePer.alreadyPaid"
  /** The reward has a budget, and whether this one fits in is not decided yet, or was decided against: `why`. */
  | "grant.pending"
  | "grant.refused"
  | "stacking.lost"
  /** What a month that was approved would come to now, less what it came to: `month`, `cause`, `id`. */
  | "corrected"
  /** Its period goes on: it pays in `month`, by now `soFarFen`. As in those below, `isOfTeam` 1: amounts are the whole team's, not the member's part. */
  | "settled.later"
  /** Earlier months of its period have given all that it comes to (`settledFen`), or more. */
  | "settled.already"
  | "settled.less"
  /** The formula needs numbers that are too large to stay exact. */
  | "tooLarge"
  /** Of a team's amount: the member was in the team for `days` of `daysMin`, or not on the month's last day (`isThereOnLastDay` 0). */
  | "pool.notMember"
  /** Of a team's amount: the member has nothing of what it is divided by. */
  | "pool.noWeight";

/** Why a line is what it is: a code with small plain values, from which sentences in any language are made. */
export interface Reason {
  code: ReasonCode;
  params: Record<string, string | number>;
}

export interface Allocation {
  factId: string;
  fen: Fen;
}

/** What one trigger has released of one tranche of a line; below 0 where money that was given back takes it away again. */
export interface Release {
  lineId: string;
  /** Place of the tranche in the component's `pay`. */
  tranche: number;
  channel: "redPacket" | "payroll" | "nonCash" | null;
  /** The movement of money, invoice or acceptance that released it; null: that it was earned, or the plan's own day. */
  factId: string | null;
  /** The month in which the trigger is booked. */
  month: Month;
  fen: Fen;
  dueOn: BusinessDay;
  /** Released at its trigger, whether the month is approved or not. */
  isAhead: boolean;
}

export interface Line {
  /** `commission`, `new-customer:newCustomer:s1`, of a week `weekly:2026-W13`; with `@<first day>` where its month or week has several segments. */
  id: string;
  component: {
    code: string;
    name: string;
    nameEn: string | null;
    kind: string;
    grain: "event" | "period";
    /** 预支: what it pays is owed back. */
    recoverable?: true;
  };
  segment: Segment;
  /** The fact that an event line prices; null for period lines. */
  factId: string | null;
  amountFen: Fen;
  /** What of the amount belongs to which fact; with `unallocatedFen` it adds up to the amount. */
  allocation: Allocation[];
  unallocatedFen: Fen;
  reason: Reason;
  states: States;
  /** When the earliest payable part is due; null while nothing is payable. */
  dueOn: BusinessDay | null;
  /** Names of the month's factors that can still change it; empty once earned. */
  openFactors: string[];
  /** Of a correction: the line that it makes up for, of a month that itself does not change any more. */
  corrects?: { month: Month; lineId: string };
  /** Of a part of a team's amount. */
  pool?: PoolPart;
}

/** Something that finance must solve or accept by name before the month closes. */
export interface StatementException {
  lineId: string | null;
  code: "undefined" | "tooLarge" | "plan.missing" | "plan.ambiguous" | "formula.invalid" | "pool.undivided";
  params: Record<string, string | number>;
}

export interface Statement {
  memberId: string;
  period: Month;
  lines: Line[];
  /** Sums over the lines. */
  totals: States & { amountFen: Fen };
  exceptions: StatementException[];
}

/** What a phone needs to compute the statement again: plan versions, inputs and the amounts that it must find. */
export interface Receipt {
  assignments: Assignment[];
  book: MemberBook;
  statement: Statement;
  /** SHA-256 over all of the above in canonical JSON, hexadecimal. */
  hash: string;
}

/** What one fact brings: its own part and what it does to the period's other facts. */
export interface Increment {
  totalFen: Fen;
  ownFen: Fen;
  othersFen: Fen;
}

export interface Cause {
  kind: string;
  id: string;
}

export type LedgerBook = "memorandum" | "money";

/** Debit above 0, credit below 0. */
export interface Posting {
  book: LedgerBook;
  /** `estimated:<member>`, `earned:<member>`, `expense:<kind>:<unit>` … */
  account: string;
  amountFen: Fen;
  lineId: string;
}

/** The postings of each book add up to 0. */
export interface Journal {
  memberId: string;
  period: Month;
  cause: Cause;
  postings: Posting[];
}
