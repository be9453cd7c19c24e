import type { Month } from "../time";
import type { CustomerFinder, KnownCustomer } from "./customers";
import type { KnownMember, MemberFinder } from "./members";
import type { HeldBack, TableNotice } from "./reading";

/** A colleague, and what a record calls them by. */
export interface TableMember extends KnownMember {
  key: string;
}

/** A client, and what a record calls it by. */
export interface TableCustomer extends KnownCustomer {
  key: string;
}

/** What the company knows before a table is read. */
export interface TableWorld {
  members: MemberFinder<TableMember>;
  customers: CustomerFinder<TableCustomer>;
  grades: readonly string[];
  stages: readonly string[];
  /** What an earlier table of the same source has brought, by key. */
  stored?: ReadonlyMap<string, TableRecord>;
}

/** What is asked, or shown to be confirmed, before the first row goes in. */
export interface TableAnswers {
  /** Which words of the type or status count. */
  sorts?: readonly string[];
  /** Whether money received stands with a minus, as in a customer's ledger. */
  minusIsReceived?: boolean;
  /** How many digits the stated unit moves the point: 万元 4. */
  unitDigits?: number;
  /** The month of the rows; the year of the months, with any month of it. */
  period?: Month;
  /** Clients that nobody knows are taken as they are given. */
  unknownCustomers?: boolean;
  /** Rows of one id are one record with items. */
  grouped?: boolean;
  /** The first row is an example. */
  example?: boolean;
}

/** What a row says, by the names of the purpose; amounts in fen under a name that ends so. */
export type TableRecord = Record<string, unknown>;

export interface HeldRow extends HeldBack {
  /** The heading whose cell it is about. */
  column?: string;
  /** What stands there, as a person can be shown it. */
  value?: string;
  /** The row that it is about beside this one. */
  otherRow?: number;
}

/** What becomes of one row; each row behind the heading has exactly one of these. */
export type RowOutcome =
  | { row: number; line?: number; is: "read"; record: TableRecord; notices: TableNotice[] }
  | { row: number; line?: number; is: "heldBack"; held: HeldRow; record?: TableRecord }
  | { row: number; line?: number; is: "leftOut"; why: string }
  | { row: number; line?: number; is: "item"; of: number }
  | { row: number; line?: number; is: "same"; as: number | "stored"; record: TableRecord };

/** One question about the table as a whole, with what is proposed. */
export interface TableQuestion {
  code: string;
  /** Words that the question is about: values, headings, a unit. */
  values: string[];
  /** Those of the values that are proposed. */
  proposed: string[];
}
