import { nameForm, searchForm } from "./customerSearch";
import { distanceM, type Gcj02Point } from "./geo";

/** Why two clients may be one. */
export const sameBy = ["name", "nameAlike", "creditCode", "phone", "place"] as const;
export type SameBy = (typeof sameBy)[number];

/** The refusal that asks whether a client is one that is known: its person answers, and nobody else has to look into it. */
export const clientQuestion = "customer.maybeKnown";

/** How alike two names must be to be asked about: equal but for the legal form, signs and width, or one the other's short name. */
export function isSameName(a: Named, b: Named): boolean {
  const forms = (one: Named) => [one.name, one.shortName].map(nameForm).filter((form) => form.length >= 2);
  const ofB = new Set(forms(b));
  return forms(a).some((form) => ofB.has(form));
}

/** How alike they are to whoever reads both: the same, the same but for the legal form or by a short name, or not. */
export function nameAlikeness(a: Named, b: Named): "name" | "nameAlike" | null {
  if (!isSameName(a, b)) return null;
  return searchForm(a.name) === searchForm(b.name) ? "name" : "nameAlike";
}

interface Named {
  name: string;
  shortName: string;
}

/** Pins that are so near to each other may be of one client: a building, with how far pins are off. */
export const samePlaceM = 100;

/** Cells are no smaller than `samePlaceM` in either direction between the south of China and its north. */
const [latStepDeg, lngStepDeg] = [0.001, 0.002];

const cellOf = ({ latDeg, lngDeg }: Gcj02Point): [number, number] => [
  Math.floor(latDeg / latStepDeg),
  Math.floor(lngDeg / lngStepDeg),
];

/** What is stored with a client, so that one look into an index finds those near a point. */
export const placeKeysOf = (pins: readonly Gcj02Point[]): string[] => [
  ...new Set(pins.map((pin) => cellOf(pin).join(":"))),
];

/** One of which each client has that may be within `samePlaceM` of the point. */
export function placeKeysNear(point: Gcj02Point): string[] {
  const [lat, lng] = cellOf(point);
  return [-1, 0, 1].flatMap((north) => [-1, 0, 1].map((east) => `${lat + north}:${lng + east}`));
}

export const isSamePlace = (a: Gcj02Point, b: Gcj02Point): boolean => distanceM(a, b) <= samePlaceM;
