import type { TableRow } from "@shared/domain/tables/cell";
import { TableRefused, tableLimits } from "./refused";

export const tableSeparators = [",", ";", "\t", "|"] as const;
export type TableSeparator = (typeof tableSeparators)[number];

interface ParsedRow {
  cells: string[];
  /** Where the next one begins. */
  next: number;
  broken?: "quote_not_closed";
}

/*
 * Of our own, as the parsers that are kept give a file up at the first quote that is never closed, or swallow the rest of it: here the row of
 * that quote ends where its line does, and the next one is read.
 */

/**
 * One row from a place on; null where the text has to go on for that to be known. A quote counts only at the beginning of a cell; what stands
 * behind the closing one, as the tab of a wallet's long numbers, belongs to the cell.
 */
export function parseRow(text: string, start: number, separator: string, isEnd: boolean): ParsedRow | null {
  const cells: string[] = [];
  let at = start;
  for (;;) {
    const quoteAt = text[at] === '"' ? at : text.startsWith('="', at) ? at + 1 : -1;
    const closed = quoteAt >= 0 ? closingQuote(text, quoteAt) : -1;
    if (quoteAt >= 0 && closed < 0) {
      if (!isEnd && text.length - quoteAt <= tableLimits.cellLetters) return null;
      return brokenRow(text, at, cells, isEnd);
    }
    const end = endOfCell(text, quoteAt >= 0 ? closed + 1 : at, separator);
    if (end >= text.length && !isEnd) return null;
    const behind = quoteAt >= 0 ? text.slice(closed + 1, end) : "";
    const quoted = quoteAt === at ? text.slice(at + 1, closed) : "";
    // A quote that closes in the middle of another cell was none: it belongs to a later one.
    if (behind.trim() !== "" && /[\r\n]/.test(quoted)) return brokenRow(text, at, cells, isEnd);
    if (quoteAt === at && behind.trim() === "") cells.push(quoted.replace(/""/g, '"') + behind);
    else cells.push(text.slice(at, end));
    if (text[end] === separator) {
      at = end + 1;
      continue;
    }
    if (text[end] === "\r" && end + 1 >= text.length && !isEnd) return null;
    return { cells, next: end + (text[end] === "\r" && text[end + 1] === "\n" ? 2 : 1) };
  }
}

/** Where the quote is that closes one; a doubled one does not. */
function closingQuote(text: string, opened: number): number {
  let at = text.indexOf('"', opened + 1);
  while (at >= 0 && text[at + 1] === '"') at = text.indexOf('"', at + 2);
  return at;
}

function endOfCell(text: string, from: number, separator: string): number {
  let at = from;
  while (at < text.length && text[at] !== separator && text[at] !== "\n" && text[at] !== "\r") at += 1;
  return at;
}

function brokenRow(text: string, at: number, cells: string[], isEnd: boolean): ParsedRow | null {
  const found = /[\r\n]/.exec(text.slice(at));
  const end = found ? at + found.index : text.length;
  if (!found && !isEnd) return null;
  const next = end + (text[end] === "\r" && text[end + 1] === "\n" ? 2 : 1);
  return { cells: [...cells, text.slice(at, end)], next, broken: "quote_not_closed" };
}

const stated = /^\uFEFF?"?sep=(.)"?[\r\n]/i;

/** The separator that a file states in its first line, else the one by which most of its rows have the same number of cells. */
export function separatorOf(beginning: string): TableSeparator {
  const said = stated.exec(beginning)?.[1];
  if (tableSeparators.some((separator) => separator === said)) return said as TableSeparator;
  let best: { score: number; separator: TableSeparator } = { score: 0, separator: "," };
  for (const separator of tableSeparators) {
    const widths = new Map<number, number>();
    for (let at = 0, rows = 0; at < beginning.length && rows < 200; rows += 1) {
      const row = parseRow(beginning, at, separator, true);
      if (!row) break;
      widths.set(row.cells.length, (widths.get(row.cells.length) ?? 0) + 1);
      at = row.next;
    }
    const score = Math.max(0, ...[...widths].map(([width, count]) => (width - 1) * count));
    if (score > best.score) best = { score, separator };
  }
  return best.separator;
}

/** The rows of a text in their order; a line that only states the separator counts as a row and is none. */
export async function* textRows(pieces: AsyncIterable<string>, separator: string): AsyncIterable<TableRow> {
  const state = { text: "", at: 0, row: 0, line: 1 };
  const take = function* (isEnd: boolean): Iterable<TableRow> {
    while (state.at < state.text.length) {
      const parsed = parseRow(state.text, state.at, separator, isEnd);
      if (!parsed) return;
      state.row += 1;
      if (state.row > tableLimits.rows) throw new TableRefused("tooManyRows", { max: tableLimits.rows });
      if (parsed.cells.length > tableLimits.columns)
        throw new TableRefused("tooManyColumns", { max: tableLimits.columns });
      const { row, line } = state;
      state.line += breaksIn(state.text.slice(state.at, parsed.next));
      const isStated = row === 1 && stated.test(`${state.text.slice(state.at, parsed.next)}\n`);
      state.at = parsed.next;
      if (!isStated) yield { row, line, cells: parsed.cells, ...(parsed.broken ? { broken: parsed.broken } : {}) };
    }
  };
  for await (const piece of pieces) {
    state.text = state.text.slice(state.at) + piece;
    state.at = 0;
    yield* take(false);
    if (state.text.length - state.at > tableLimits.rowLetters)
      throw new TableRefused("rowTooLong", { line: state.line });
  }
  yield* take(true);
}

const breaksIn = (text: string): number => (text.match(/\r\n|\r|\n/g) ?? []).length;
