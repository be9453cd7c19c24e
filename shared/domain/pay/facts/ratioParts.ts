import { decimal, decimalText, divide, type Exact, sumOf } from "../numbers/number";
import type { Cohort } from "./ratioMeasures";
import type { Decimal, Fact, RatioParts } from "../types";

/** What the parts of a ratio come to; null where it is about nobody. */
export const quotientOf = ({ numerator, denominator }: RatioParts): Exact | null =>
  divide(decimal(numerator), decimal(denominator));

/** One ratio of several, divided anew: never a mean of theirs. null: there is none. */
export function mergedRatio(ratios: readonly RatioParts[]): RatioParts | null {
  if (ratios.length === 0) return null;
  const sum = (of: (one: RatioParts) => Decimal): Decimal => exactText(sumOf(ratios.map((one) => decimal(of(one)))));
  return {
    numerator: sum((one) => one.numerator),
    denominator: sum((one) => one.denominator),
    cohort: [...new Set(ratios.map(({ cohort }) => cohort))].sort().join("、"),
    asOf: latest(ratios.flatMap(({ asOf }) => asOf ?? [])),
  };
}

/** As it is told. */
export function partsOf({ numerator, denominator, cohort, facts }: Cohort): RatioParts {
  return {
    numerator: exactText(numerator),
    denominator: exactText(denominator),
    cohort,
    asOf: newestOf(facts),
  };
}

/** When the newest of these was recorded. */
export const newestOf = (facts: readonly Fact[]): string | null => latest(facts.map(({ recordedAt }) => recordedAt));

const latest = (instants: readonly string[]): string | null =>
  instants.reduce<string | null>((last, one) => (last === null || one > last ? one : last), null);

/** Yuan, counts and sums of decimals are decimals. */
function exactText(value: Exact): Decimal {
  const text = decimalText(value);
  if (text === null) throw new Error("a part of a ratio is no decimal");
  return text;
}
