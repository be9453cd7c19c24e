/** Where the one tab stop of a table is: row −1 is its head. */
export interface Place {
  row: number;
  column: number;
}

interface Size {
  rows: number;
  columns: number;
  /** Rows that are seen at once. */
  pageRows: number;
}

const within = (value: number, low: number, high: number): number => Math.min(Math.max(value, low), high);

/** Where a key leads; null: it is none that moves. Home and End go along the row, with Ctrl to the first and last row. */
export function placeAfter({ row, column }: Place, key: string, isFar: boolean, size: Size): Place | null {
  const last = size.rows - 1;
  const toRow = (to: number): Place => ({ row: within(to, -1, last), column });
  const toColumn = (to: number): Place => ({ row, column: within(to, 0, size.columns - 1) });
  switch (key) {
    case "ArrowUp":
      return toRow(row - 1);
    case "ArrowDown":
      return toRow(row + 1);
    case "PageUp":
      return toRow(Math.max(row - size.pageRows, Math.min(row, 0)));
    case "PageDown":
      return toRow(row + size.pageRows);
    case "ArrowLeft":
      return toColumn(column - 1);
    case "ArrowRight":
      return toColumn(column + 1);
    case "Home":
      return isFar ? toRow(Math.min(0, last)) : toColumn(0);
    case "End":
      return isFar ? toRow(last) : toColumn(size.columns - 1);
    default:
      return null;
  }
}

/** The rows from one to another, whichever is first. */
export function rangeOf(ids: readonly string[], from: number, to: number): string[] {
  return ids.slice(Math.max(Math.min(from, to), 0), Math.max(from, to) + 1);
}
