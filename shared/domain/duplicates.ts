import { isSamePlace, nameAlikeness, type SameBy } from "./customerSame";
import type { Gcj02Point } from "./geo";

/** A client, as far as it may be another one. */
export interface Comparable {
  customerId: string;
  name: string;
  shortName: string;
  creditCode: string | null;
  /** Its people's numbers, in a form in which equal ones are equal. */
  phones: readonly string[];
  pins: readonly Gcj02Point[];
}

/**
 * Why two clients may be one; empty where nothing says so. That they are near to each other alone says nothing: there are many in one
 * house, and many shops of one company have its code.
 */
export function suspicion(a: Comparable, b: Comparable): SameBy[] {
  const named = nameAlikeness(a, b);
  const hasCode = a.creditCode !== null && a.creditCode === b.creditCode;
  const hasPhone = a.phones.some((phone) => b.phones.includes(phone));
  const isNear = a.pins.some((pin) => b.pins.some((other) => isSamePlace(pin, other)));
  const reasons: SameBy[] = [
    ...(named === null ? [] : [named]),
    ...(hasCode ? (["creditCode"] as const) : []),
    ...(hasPhone ? (["phone"] as const) : []),
  ];
  return reasons.length === 0 ? [] : [...reasons, ...(isNear ? (["place"] as const) : [])];
}

/** What a pair is known by, whichever of the two is named first. */
export const pairIdOf = (a: string, b: string): string => [a, b].sort().join("~");
