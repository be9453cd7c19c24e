import type { ReactNode } from "react";
import type { Failure } from "../states";
import type { Known } from "./figures";

export interface Column<Row> {
  id: string;
  /** In the head and in the list of columns. */
  title: string;
  /** An amount is integer fen. Amounts and numbers stand on the right. */
  kind: "text" | "amount" | "number" | "day" | "status";
  /** What the column is sorted and summed by; null: not known. */
  value: (row: Row) => string | number | null;
  /** What its cell says and is found by, where that is not the value. */
  text?: (row: Row) => string;
  /** How its cell is drawn, where that is not its text. */
  show?: (row: Row) => ReactNode;
  /** An amount whose sum stands in the foot. */
  isSummed?: boolean;
  /** Not shown before somebody chooses it. The first column always is. */
  isExtra?: boolean;
}

export interface Sort {
  by: string;
  isDescending: boolean;
}

/** How somebody has set up a table: what a view keeps. */
export interface TableLook {
  /** Columns by id, as far as the person has said whether they are shown. */
  shown: Readonly<Record<string, boolean>>;
  sort: Sort | null;
  search: string;
  /** By filter; one that is not named, or empty, leaves everything. */
  filters: Readonly<Record<string, string>>;
}

export const plainLook: TableLook = { shown: {}, sort: null, search: "", filters: {} };

export interface Filter<Row> {
  id: string;
  label: string;
  /** What nothing chosen is called where that does not leave everything. */
  restText?: string;
  /** Without what is left when nothing is chosen. */
  options: readonly { value: string; text: string }[];
  /** Whether the value leaves a row; without it the server has filtered by it. */
  keeps?: (row: Row, value: string) => boolean;
}

/** Views that somebody has kept under names. */
export interface Views {
  names: readonly string[];
  /** The one that is shown as it was kept. */
  present: string | null;
  busy: boolean;
  failure: Failure | null;
  choose: (name: string) => void;
  keep: (name: string) => void;
  remove: (name: string) => void;
}

/** Something that is done with selected rows. */
export interface OnSelected<Row> {
  id: string;
  text: (p: { count: number }) => string;
  run: (rows: readonly Row[]) => void;
  /** What `e` does with them: they are taken away as a file. */
  isExport?: boolean;
}

export interface DataTableProps<Row> {
  id: string;
  /** What the table is of: its name for whoever hears it. */
  caption: string;
  columns: readonly Column<Row>[];
  /** Those that are loaded, as the server sorts and filters them. */
  rows: readonly Row[];
  rowId: (row: Row) => string;
  state: "loading" | "failed" | "ready";
  failure: Failure | null;
  onRetry: () => void;
  /** The way to the next rows; null where all are loaded. */
  more?: { busy: boolean; failure: Failure | null; show: () => void } | null;
  /** What the server says of all rows that its filters leave; where all are loaded the table reckons itself. */
  known?: Known | null;
  /** What stands in the place of rows where there are none. */
  empty: { text: string; note?: string };
  look: TableLook;
  onLook: (look: TableLook) => void;
  filters?: readonly Filter<Row>[];
  /** Columns by which the server sorts: all others sort where all rows are loaded. */
  serverSorts?: readonly string[];
  /** The order in which rows come: its column says so as long as nobody sorts by another. */
  order?: Sort;
  /** The server searches: what it answers is not searched again. */
  isSearchedByServer?: boolean;
  views?: Views;
  /** The row whose page is open beside the table. */
  openId?: string | null;
  onOpen?: (row: Row) => void;
  onExport?: () => void;
  /** What is done with the rows that somebody has selected, the first one first; without any, and without sums, there is nothing to select rows for. */
  onSelected?: readonly OnSelected<Row>[];
  /** So many at once. */
  selectedMax?: number;
  /** On paper: who reads, and when; asked when it is printed. */
  printedBy?: () => string;
}
