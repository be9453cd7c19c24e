import type { Exact } from "../numbers/number";

/** Why something has no value. */
export type MissingWhy = "divisionByZero" | "noTarget" | "noData" | "notGiven" | "notOfFact";

/** No value: neither 0 nor infinite. Whatever is computed with it has none either; a comparison with it is false. */
export interface Missing {
  readonly missing: MissingWhy;
  /** The name that has no value, or the text of the division. */
  readonly name: string;
}

export type Quantity = Exact | Missing;

export const isMissing = (value: Quantity): value is Missing => "missing" in value;
