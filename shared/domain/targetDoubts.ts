import { type Fen, roundToFen, yuanOf } from "./money";
import {
  add,
  compare,
  decimal,
  divide,
  type Exact,
  exactOfInt,
  one,
  ratioOf,
  signOfExact,
  subtract,
  times,
} from "./pay/numbers/number";

/** Below this part of what everybody would have to bring, a target does not belong to the target above it (C01). */
const partOfAverageMin = decimal("0.2");

/** What each of a unit's people would have to bring on average, and whether one's target is far below it (V006). null: nobody is there. */
export function againstAverageNeeded(
  parentFen: Fen,
  headCount: number,
  personFen: Fen,
): { averageNeededFen: Fen; isFarBelow: boolean } | null {
  const average = divide(yuanOf(parentFen), exactOfInt(headCount));
  if (average === null) return null;
  const isFarBelow = compare(yuanOf(personFen), times(average, partOfAverageMin)) < 0;
  return { averageNeededFen: roundToFen(average), isFarBelow };
}

/** What last year's result becomes with the market, and by how much a target is above that (C11, V008); below 0: it is less. */
export function againstMarket(
  lastYearFen: Fen,
  marketGrowth: Exact,
  targetFen: Fen,
): { marketFen: Fen; aboveMarketFen: Fen; isAbove: boolean } {
  const market = times(yuanOf(lastYearFen), add(one, marketGrowth));
  const above = subtract(yuanOf(targetFen), market);
  return { marketFen: roundToFen(market), aboveMarketFen: roundToFen(above), isAbove: signOfExact(above) > 0 };
}

/** A target as part of the result that there was before, and whether it asks for less than that (C11, V009). null: there was nothing. */
export const againstHistory = (lastYearFen: Fen, targetFen: Fen): { ratio: Exact | null; isBelow: boolean } => ({
  ratio: ratioOf(targetFen, lastYearFen),
  isBelow: targetFen < lastYearFen,
});

/** Who serves more customers than so many times the mean: positions in the order given (R179, V176). null: nobody is there. */
export function overloaded(
  customerCounts: readonly number[],
  limitFactor: Exact,
): { mean: Exact | null; positions: number[] } {
  const total = customerCounts.reduce((sum, count) => sum + count, 0);
  const mean = ratioOf(total, customerCounts.length);
  if (mean === null) return { mean, positions: [] };
  const limit = times(mean, limitFactor);
  const positions = customerCounts.flatMap((count, at) => (compare(exactOfInt(count), limit) > 0 ? [at] : []));
  return { mean, positions };
}
