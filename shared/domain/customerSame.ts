import { nameForm } from "./customerSearch";

/** Why two clients may be one. */
export const sameBy = ["name", "phone"] as const;
export type SameBy = (typeof sameBy)[number];

/** How alike two names must be to be asked about: equal but for the legal form, signs and width, or one the other's short name. */
export function isSameName(a: Named, b: Named): boolean {
  const forms = (one: Named) => [one.name, one.shortName].map(nameForm).filter((form) => form.length >= 2);
  const ofB = new Set(forms(b));
  return forms(a).some((form) => ofB.has(form));
}

interface Named {
  name: string;
  shortName: string;
}
