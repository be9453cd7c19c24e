import type { Fen } from "../../money";
import type { BusinessDay, Month, Period } from "../../time";
import type { WorkCalendar } from "../../workingDays";
import type { Fact } from "./fact";
import type { Decimal, FactFilter, Plan, Subject, UnitLevel } from "./plan";

/** Money in fen, any other number as a decimal; null: known to have no value. */
export type GivenValue = { fen: Fen } | { decimal: Decimal } | null;

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
  given: GivenInput[];
  calendar: WorkCalendar;
  /** Rewards of components with `oncePer` that earlier months have paid: the customer or sale each was for. */
  paidOnce?: { component: string; key: string }[];
}
