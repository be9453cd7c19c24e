import type { TableReason } from "../reading";

/** How a column is read. */
export type ColumnKind =
  | "id"
  | "line"
  | "text"
  | "amount"
  | "count"
  | "day"
  | "moment"
  | "month"
  /** A month, or a whole year: `2025`. */
  | "period"
  | "time"
  | "member"
  | "memberName"
  | "account"
  | "customer"
  | "phone"
  | "choice"
  /** Words that decide whether a row is one of this purpose: a type, a status, income or expense. */
  | "sort";

export interface PurposeColumn {
  /** What it is called here. */
  field: string;
  kind: ColumnKind;
  /** What it is called by others, best first: without blanks, notes in brackets and stars. */
  headings: readonly string[];
  /** Without it a row waits, for this reason. */
  required?: TableReason;
  maxLength?: number;
  /** Which list of the company its values come from. */
  values?: "grades" | "stages";
  /** Of `member`: where the name stands that has to agree. */
  nameField?: string;
  /** What stands in it in the example row of an empty table; where it is left out, such a table does without the column. */
  example?: string;
}

/** What a table can be for: its columns as data, so that every purpose is read and judged by one mechanism. */
export interface Purpose {
  code: string;
  columns: readonly PurposeColumn[];
  /** What names a record: the same twice is one. Nothing where only equal rows are the same. */
  key: readonly string[];
  /** What says that a row without them is a total. */
  named: readonly string[];
  /** What becomes of records under a key that is stored with other values: asked about, or changed. */
  whenStored: "ask" | "change";
  /** Columns beside the named ones: parts of a pay, months of a target. */
  more?: "parts" | "months";
  /** Which words of the sort column count, as proposed; why the others are left out. */
  sorts?: { field: string; proposed: RegExp; leftOut: string; ask: string };
  /** Why a row waits whose key another row has with other values; `id_two_rows` where nothing is said. */
  twoRows?: TableReason;
  /** Whose total rows are held against what was read. */
  controls?: readonly string[];
  /** Columns that are not read where one of others stands beside them. */
  silentBeside?: Readonly<Record<string, readonly string[]>>;
  /** A client's name may stand once. */
  nameOnce?: string;
}

const members = [
  "业务员工号",
  "员工工号",
  "员工编码",
  "员工编号",
  "工号",
  "归属业务员",
  "业务员",
  "销售员",
  "销售",
  "employeenumber",
  "employee",
];

/** Columns that several purposes have. */
export const memberColumn: PurposeColumn = {
  field: "member",
  kind: "member",
  headings: [...members, "姓名"],
  required: "member_missing",
  nameField: "memberName",
};
export const memberNameColumn: PurposeColumn = {
  field: "memberName",
  kind: "memberName",
  headings: ["姓名", "员工姓名", "业务员姓名", "业务员", "name"],
};
export const noteColumn: PurposeColumn = {
  field: "note",
  kind: "text",
  headings: ["备注", "摘要", "说明备注", "remark", "note", "memo"],
  maxLength: 1000,
};
