import { type Exact, equals } from "./pay/numbers/number";

/**
 * The value of something that was told several times: the one that all agree on, else null, since nobody may pick one of them (C06, V038).
 * Without any there is none.
 */
export function singleValueOf(told: readonly Exact[]): Exact | null {
  const [first, ...others] = told;
  return first !== undefined && others.every((one) => equals(one, first)) ? first : null;
}
