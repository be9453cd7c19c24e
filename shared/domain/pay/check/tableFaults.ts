import { compare, decimal, type Exact, exactOfDecimal } from "../numbers/number";
import type { BandTable, Table, TableRow } from "../types";

export type TableFaultCode =
  | "kind.unknown"
  | "rows.empty"
  | "rows.edgeOrder"
  | "rows.notOpenAbove"
  | "rows.openInside"
  | "rows.notDecimal"
  | "rows.keyTwice"
  | "linear.withEdges"
  | "linear.notConstantAbove"
  | "marginal.notMoney"
  | "gap"
  | "overlap";

/** What is wrong with a table, and in which row (from 0). */
export interface TableFault {
  code: TableFaultCode;
  row: number;
}

/** Why a table cannot be saved; empty where every value has exactly one row. */
export function tableFaults(table: Table): TableFault[] {
  if (table.kind === "lookup") return lookupFaults(table.rows, table.otherwise);
  // A plan may come from a file.
  if (table.kind !== undefined && table.kind !== "bands") return [{ code: "kind.unknown", row: 0 }];
  const faults: TableFault[] = [];
  const { rows } = table;
  if (rows.length === 0) return [{ code: "rows.empty", row: 0 }];
  rows.forEach((row, index) => {
    if (!isDecimal(row.value) || (row.upTo !== null && !isDecimal(row.upTo)))
      faults.push({ code: "rows.notDecimal", row: index });
  });
  if (faults.length > 0) return faults;
  rows.forEach((row, index) => {
    const last = index === rows.length - 1;
    if (row.upTo === null && !last) faults.push({ code: "rows.openInside", row: index });
    if (row.upTo !== null && last) faults.push({ code: "rows.notOpenAbove", row: index });
    const before = rows[index - 1];
    if (before && !isAbove(row, before)) faults.push({ code: "rows.edgeOrder", row: index });
  });
  return [...faults, ...shapeFaults(table)];
}

function shapeFaults(table: BandTable): TableFault[] {
  const faults: TableFault[] = [];
  if (table.mode === "marginal" && table.by !== "money") faults.push({ code: "marginal.notMoney", row: 0 });
  if (table.shape !== "linear") return faults;
  // Between points there are no edges to belong to a row, and beyond the last point its value goes on.
  if (table.mode === "marginal" || table.rows.some((row) => row.includes))
    faults.push({ code: "linear.withEdges", row: 0 });
  const [last, point] = [table.rows[table.rows.length - 1], table.rows[table.rows.length - 2]];
  if (last && point && compare(decimal(last.value), decimal(point.value)) !== 0) {
    faults.push({ code: "linear.notConstantAbove", row: table.rows.length - 1 });
  }
  return faults;
}

function lookupFaults(rows: { key: string; value: string }[], otherwise: string): TableFault[] {
  const faults: TableFault[] = [];
  const keys = new Set<string>();
  rows.forEach((row, index) => {
    if (!isDecimal(row.value)) faults.push({ code: "rows.notDecimal", row: index });
    if (keys.has(row.key)) faults.push({ code: "rows.keyTwice", row: index });
    keys.add(row.key);
  });
  if (!isDecimal(otherwise)) faults.push({ code: "rows.notDecimal", row: rows.length });
  return faults;
}

const isDecimal = (text: string): boolean => text.length <= 40 && exactOfDecimal(text) !== null;

/** A row begins where the one below ends: at a higher edge, or at the same one that then belongs to the higher row alone. */
function isAbove(row: TableRow, below: TableRow): boolean {
  if (below.upTo === null) return false;
  if (row.upTo === null) return true;
  const order = compare(decimal(row.upTo), decimal(below.upTo));
  return order > 0 || (order === 0 && row.includes === true && below.includes !== true);
}

/** A range as files and old rule books write it, with both of its ends. null: open. */
export interface Range {
  from: string | null;
  fromIncluded: boolean;
  to: string | null;
  toIncluded: boolean;
  value: string;
}

/**
 * Ranges in any order as the rows of a table. What lies between two ranges is a gap, what belongs to both an overlap: neither is
 * guessed away.
 */
export function rowsOfRanges(ranges: readonly Range[]): { rows: TableRow[] } | { faults: TableFault[] } {
  const ordered = [...ranges].sort((a, b) => orderOfEnds(a.from, b.from) || (a.fromIncluded ? -1 : 1));
  const faults: TableFault[] = [];
  ordered.forEach((range, index) => {
    const below = ordered[index - 1];
    if (!below) return;
    if (below.to === null || range.from === null) return void faults.push({ code: "overlap", row: index });
    const order = compare(decimal(range.from), decimal(below.to));
    if (order > 0 || (order === 0 && !range.fromIncluded && !below.toIncluded))
      faults.push({ code: "gap", row: index });
    if (order < 0 || (order === 0 && range.fromIncluded && below.toIncluded))
      faults.push({ code: "overlap", row: index });
  });
  const last = ordered[ordered.length - 1];
  if (!last) return { faults: [{ code: "rows.empty", row: 0 }] };
  if (last.to !== null) faults.push({ code: "rows.notOpenAbove", row: ordered.length - 1 });
  if (faults.length > 0) return { faults };
  return {
    rows: ordered.map(({ to, toIncluded, value }) => ({ upTo: to, includes: to !== null && toIncluded, value })),
  };
}

function orderOfEnds(a: string | null, b: string | null): number {
  if (a === null || b === null) return a === b ? 0 : a === null ? -1 : 1;
  const [x, y]: Exact[] = [decimal(a), decimal(b)];
  return x && y ? compare(x, y) : 0;
}
