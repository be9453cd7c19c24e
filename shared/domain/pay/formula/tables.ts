import {
  absolute,
  add,
  compare,
  decimal,
  divide,
  type Exact,
  greatest,
  least,
  negate,
  signOfExact,
  subtract,
  sumOf,
  times,
  zero,
} from "../numbers/number";
import type { BandTable, TableRow } from "../types";

/** A table with its edges and values as exact numbers, made once. */
export interface ExactTable {
  source: BandTable;
  rows: { upTo: Exact | null; includes: boolean; value: Exact; source: TableRow }[];
}

export function exactTable(source: BandTable): ExactTable {
  const rows = source.rows.map((row) => ({
    upTo: row.upTo === null ? null : decimal(row.upTo),
    includes: row.includes === true,
    value: decimal(row.value),
    source: row,
  }));
  return { source, rows };
}

const edgeOf = (upTo: Exact, target: Exact | null): Exact => (target === null ? upTo : times(upTo, target));

/**
 * The one row that a value falls into.
 * @param target where given, the edges are multiples of it
 */
export function rowIndexOf(table: ExactTable, value: Exact, target: Exact | null = null): number {
  const index = table.rows.findIndex(({ upTo, includes }) => {
    if (upTo === null) return true;
    const order = compare(value, edgeOf(upTo, target));
    return order < 0 || (order === 0 && includes);
  });
  // The last row is open; a checked table has one.
  return index < 0 ? table.rows.length - 1 : index;
}

/**
 * Money is looked up by its size and keeps its sign; negative ratios and counts fall in the lowest row. Edges that are multiples of a
 * target are edges of money, whatever the rows are written in.
 */
const looksUpSize = (table: ExactTable, target: Exact | null): boolean =>
  table.source.by === "money" || target !== null;

/** The rate, coefficient or amount for a value: that of its row, or between two points of a linear table. */
export function bandValue(
  table: ExactTable,
  value: Exact,
  target: Exact | null = null,
): { value: Exact; rowIndex: number } {
  const subject = looksUpSize(table, target) ? absolute(value) : value;
  const rowIndex = rowIndexOf(table, subject, target);
  const row = table.rows[rowIndex];
  if (row === undefined) return { value: zero, rowIndex };
  if (table.source.shape !== "linear") return { value: row.value, rowIndex };
  const before = table.rows[rowIndex - 1];
  if (before === undefined || before.upTo === null || row.upTo === null) return { value: row.value, rowIndex };
  const [from, to] = [edgeOf(before.upTo, target), edgeOf(row.upTo, target)];
  const way = divide(subtract(subject, from), subtract(to, from));
  return {
    value: way === null ? row.value : add(before.value, times(way, subtract(row.value, before.value))),
    rowIndex,
  };
}

/**
 * The amount that tiers give for an amount. whole: everything at the rate of the row reached; marginal: each part at the rate of its
 * own row. A negative amount is the mirror image of the positive one.
 * @param reached the amount that the row is that of, where it is another one: what it is more or less has that row's rate
 */
export function tiersAmount(
  table: ExactTable,
  amount: Exact,
  target: Exact | null = null,
  reached = amount,
): { value: Exact; rowIndex: number } {
  const { value: rate, rowIndex } = bandValue(table, absolute(reached), target);
  if (table.source.mode !== "marginal") return { value: times(amount, rate), rowIndex };
  const parts = marginalParts(table, reached, target).map((part) => times(part.amount, part.rate));
  const rest = reached === amount ? [] : [times(subtract(amount, reached), rate)];
  return { value: sumOf([...parts, ...rest]), rowIndex };
}

/** How much of an amount lies in each row that it reaches, with the row's rate; the parts have the amount's sign. */
export function marginalParts(
  table: ExactTable,
  amount: Exact,
  target: Exact | null = null,
): { amount: Exact; rate: Exact }[] {
  const size = absolute(amount);
  const parts: { amount: Exact; rate: Exact }[] = [];
  let reached = zero;
  for (const row of table.rows) {
    const end = row.upTo === null ? size : least(size, greatest(edgeOf(row.upTo, target), zero));
    const part = subtract(end, reached);
    if (signOfExact(part) <= 0) continue;
    parts.push({ amount: signOfExact(amount) < 0 ? negate(part) : part, rate: row.value });
    reached = end;
  }
  return parts;
}
