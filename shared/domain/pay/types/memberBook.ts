import type { Fen } from "../../money";
import type { BusinessDay, Month, Period } from "../../time";
import type { WorkCalendar } from "../../workingDays";
import type { Fact, RatioParts, Role } from "./fact";
import type { Decimal, FactFilter, Plan, Subject, TargetLevel, UnitLevel } from "./plan";
import type { Line, Reason, Statement } from "./statement";

/** Money in fen, any other number as a decimal; null: known to have no value. */
export type GivenValue = { fen: Fen } | { decimal: Decimal } | null;

/** How own facts are folded: both are those of the component that asks. */
export interface Credited {
  role: Role;
  view: "net" | "gross";
}

/**
 * What the member's own facts do not say: measures of others and of other periods, targets, imported values. An input that a
 * plan asks for and that is not given is undefined: it is never 0.
 */
export interface GivenInput {
  kind: "measure" | "target" | "layer" | "param";
  /** `sales.confirmed`, `satisfaction`, `bonusBase` … */
  code: string;
  of: Subject;
  /** The team, branch … where a member moves between several of them; absent: whichever the member is in. */
  unitId?: string;
  /** The period of the value; for a param the month in which it holds. */
  period: Period;
  filter?: FactFilter;
  /** Of a count: how it was counted, where the plan says so. */
  countBy?: "share" | "each";
  /** Of own facts of another month: in which role they credit the member, and whether refunds are taken off. Absent: the same in all. */
  credited?: Credited;
  /** The partners or shops that the value is of. */
  set?: string;
  /** Of a target; absent: `target`. */
  level?: TargetLevel;
  /** Of a param: the first day on which it holds, where it changes within the month. */
  from?: BusinessDay;
  /** Of a param or layer: the plan that it is for, where it is not the same under every plan. */
  planCode?: string;
  /** Of a ratio: its value is the quotient of these, and not of the decimal. */
  ratio?: RatioParts;
  value: GivenValue;
}

export type OwnUnits = Partial<Record<UnitLevel, string | null>>;

/** The versions of one plan that a member has from a day to a day (null: open), and the team meanwhile. */
export interface Assignment {
  from: BusinessDay;
  to: BusinessDay | null;
  teamId: string | null;
  /**
   * The unit of each level whose results and targets these plans use; null: no unit of that level. A level that is not named, as in
   * statements of older versions, takes whichever unit the book gives.
   */
  units?: OwnUnits;
  /** Every published version of that plan, in any order; the one valid on the day in question counts. */
  versions: Plan[];
}

/** Everything a statement is computed from beside the plans. The order of its lists means nothing. */
export interface MemberBook {
  memberId: string;
  period: Month;
  /** Open: amounts that the rest of the month can change are estimated. */
  state: "open" | "closed";
  /** The member's own facts that count in the period, credit notes of these sales and movements of their money included. */
  facts: Fact[];
  /**
   * Of sales of other months, whose money or refunds are among the facts: the sale and all that was refunded and moved of it. They tell
   * where and with what these are priced, and count nowhere themselves.
   */
  referred?: Fact[];
  /** From this day on all own sales are among the facts or those referred to, so that who orders again is known; absent: the month's first. */
  salesKnownFrom?: BusinessDay;
  /**
   * For what is paid by the week: the member's own facts that count on the days before the month which its first week has, and nothing else
   * counts. Their plans and teams of these days are among the assignments. Absent: nobody has said them, and that week has no value.
   */
  factsBefore?: Fact[];
  given: GivenInput[];
  calendar: WorkCalendar;
  /** Rewards of components with `oncePer` that earlier months have paid: the customer or sale each was for. */
  paidOnce?: { component: string; key: string }[];
  /** What components that pay to date have given in earlier months of their period. */
  settled?: { component: string; period: Period; fen: Fen }[];
  /** The member's last day in the company, once it is known: plans may say what becomes of what is released later. */
  leftOn?: BusinessDay;
  /** What the member's teams have to divide. */
  pools?: PoolPart[];
  /** What approved months would come to now, less what they came to: lines beside those of the plans, in no formula and under no cap. */
  corrections?: Line[];
}

/** What a team's plan gives, and the member's part of it. */
export interface PoolPart {
  planCode: string;
  planVersion: number;
  component: string;
  teamId: string;
  period: Period;
  poolFen: Fen;
  weight: Decimal;
  weightsSum: Decimal;
  partFen: Fen;
  /** Why the team's amount, or the member's part of it, is what it is, where that is not the formula alone. */
  reason?: Reason;
}

/** Somebody who was in a team in a month, as far as dividing its amounts depends on it. */
export interface TeamMember {
  memberId: string;
  /** Days of the month in the team. */
  days: number;
  isThereOnLastDay: boolean;
  /** Values of the measures that pools are divided by, by code. */
  measures: Record<string, GivenValue>;
}

/** Everything that a team's amounts, and everybody's part of them, are computed from beside its plan. */
export interface TeamBook extends Pick<MemberBook, "period" | "state" | "given" | "calendar" | "settled"> {
  teamId: string;
  /** Everybody who was in the team on some day of the month, in any order. */
  members: TeamMember[];
}

/** What an approval keeps of a book: later revisions of the month read it from there, so that only what is the member's own can change it. */
export type FrozenInputs = Omit<
  MemberBook,
  "memberId" | "period" | "state" | "facts" | "referred" | "factsBefore" | "corrections"
>;

/** A month as it was approved. Nothing of it changes any more: what comes later is booked beside it. */
export interface FrozenMonth {
  assignments: Assignment[];
  inputs: FrozenInputs;
  statement: Statement;
  /** The lines that make up for it in later months, in the order in which they were booked. */
  corrections: Line[];
  /** What its lines have released since, each by its own cause; below 0 where something was taken back. */
  released: LaterRelease[];
}

/** What of an approved line has become payable since; of it, what was paid already and must come back. */
export interface LaterRelease {
  lineId: string;
  fen: Fen;
  receivableFen: Fen;
}
