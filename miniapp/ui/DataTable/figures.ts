/** What the server says of all rows that its filters leave. */
export interface Known {
  count: number;
  /** In fen, by column. */
  sums: Readonly<Record<string, number>>;
  /** It has counted so far and no further. */
  isAtLeast: boolean;
}

export interface Figures {
  /** `all`: of everything that the filters leave; `atLeast`: of as much of it as the server has counted; `loaded`: of what is loaded, which is not all. */
  of: "all" | "atLeast" | "loaded";
  count: number;
  /** By column; null where a sum would be one over some of the rows alone. */
  sums: Readonly<Record<string, number | null>> | null;
}

/** The exact sum in fen; null where numbers cannot hold it. */
export function sumOf(values: readonly (number | null)[]): number | null {
  let sum = 0;
  for (const value of values) {
    sum += value ?? 0;
    if (!Number.isSafeInteger(sum)) return null;
  }
  return sum;
}

/**
 * What stands in the foot: never a sum over one page that is called the total.
 * @param isNarrowedHere some loaded rows are left out by what was typed, of which the server knows nothing
 */
export function figuresOf<Row>(
  { shown, isWhole, isNarrowedHere }: { shown: readonly Row[]; isWhole: boolean; isNarrowedHere: boolean },
  known: Known | null,
  columns: readonly { id: string; value: (row: Row) => string | number | null; isSummed?: boolean }[],
): Figures {
  if (isWhole) {
    const sums = columns
      .filter(({ isSummed }) => isSummed)
      .map(({ id, value }) => [id, sumOf(shown.map((row) => fenOf(value(row))))] as const);
    return { of: "all", count: shown.length, sums: Object.fromEntries(sums) };
  }
  if (known === null || isNarrowedHere) return { of: "loaded", count: shown.length, sums: null };
  return { of: known.isAtLeast ? "atLeast" : "all", count: known.count, sums: known.sums };
}

const fenOf = (value: string | number | null): number | null => (typeof value === "number" ? value : null);
