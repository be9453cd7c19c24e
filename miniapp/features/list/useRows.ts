import { useState } from "react";

/** More rows in one update take longer on a cheap phone than a tap may. */
export const rowsAtOnce = 30;

/** The part of a long list that is drawn. */
export interface Rows<Item> {
  rows: readonly Item[];
  /** The way to the next ones; null where all are drawn. */
  more: { left: number; show: () => void } | null;
}

/**
 * A long list of what lies on this phone, drawn part by part as the person asks for more.
 * @param about what the list is of, such as the words that are searched: another one begins with its first rows
 */
export function useRows<Item>(items: readonly Item[], about: string): Rows<Item> {
  const [drawn, setDrawn] = useState({ about, count: rowsAtOnce });
  const count = drawn.about === about ? drawn.count : rowsAtOnce;
  const left = items.length - count;
  return {
    rows: left > 0 ? items.slice(0, count) : items,
    more: left > 0 ? { left, show: () => setDrawn({ about, count: count + rowsAtOnce }) } : null,
  };
}
