import { type Fen, sumFen } from "../../money";
import { add, divide, type Exact, exactOfInt, signOfExact, sumOf, times } from "../numbers/number";

/** Amounts of which so many hundredths of all are at most as high: an amount that somebody has, never one between two. */
export interface Quantiles {
  leastFen: Fen;
  p25Fen: Fen;
  medianFen: Fen;
  p75Fen: Fen;
  p90Fen: Fen;
  mostFen: Fen;
}

/** null for nobody. */
export function quantilesOf(amounts: readonly Fen[]): Quantiles | null {
  if (amounts.length === 0) return null;
  const ordered = [...amounts].sort((a, b) => a - b);
  // By nearest rank, in whole numbers.
  const at = (hundredths: number): Fen => ordered[Math.max(0, Math.ceil((hundredths * ordered.length) / 100) - 1)] ?? 0;
  return { leastFen: at(0), p25Fen: at(25), medianFen: at(50), p75Fen: at(75), p90Fen: at(90), mostFen: at(100) };
}

/**
 * How unequally a sum is spread: 0 where all have the same, towards 1 where one has everything. null where there is nothing to spread, or
 * somebody has less than nothing.
 */
export function giniOf(amounts: readonly Fen[]): Exact | null {
  if (amounts.some((amount) => amount < 0)) return null;
  const ordered = [...amounts].sort((a, b) => a - b);
  const count = ordered.length;
  const weighted = sumOf(ordered.map((amount, at) => times(exactOfInt(2 * at + 1 - count), exactOfInt(amount))));
  return divide(weighted, times(exactOfInt(count), exactOfInt(sumFen(ordered))));
}

/** a is above b. */
export const isMore = (a: Exact, b: Exact): boolean => signOfExact(add(a, times(b, exactOfInt(-1)))) > 0;
