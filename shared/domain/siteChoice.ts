/** A site that a fix is inside of, with how far its pin is. */
export interface StandingSite {
  key: string;
  customerId: string;
  distanceM: number;
  radiusM: number;
}

/** Where somebody is who has not said so: at one, at one of several (the person is asked), or nowhere. */
export type SiteChoice = { kind: "none" } | { kind: "one"; key: string } | { kind: "ask"; keys: string[] };

/** Pins are set by hand or learned from fixes: two that are nearer to each other than that tell nobody apart. */
export const pinDoubtM = 50;

/** So many times as large is another kind of place: a plant, and a shop in it. */
const largerTimes = 2;

const isMuchLarger = (a: StandingSite, b: StandingSite): boolean => a.radiusM >= largerTimes * b.radiusM;

/**
 * Which site somebody is at, by the places one stands in and not by the nearest pin. Only one: that one, however near others are. In a
 * small place within a large one it is the small one where the fix is surely inside of it. Of places of about one size it is the nearest
 * where that is nearer by more than fix and pins are uncertain. Else nobody can tell (two clients in one tower), and the person is asked.
 * Several sites of one client are no question: the nearest of them stands for all.
 * @param inside the sites whose radius the fix is inside of
 * @param accuracyM how exact the fix is
 * @returns `keys` nearest first
 */
export function chooseSite(inside: readonly StandingSite[], accuracyM: number): SiteChoice {
  const nearestFirst = [...inside].sort((a, b) => a.distanceM - b.distanceM || (a.key < b.key ? -1 : 1));
  const seen = new Set<string>();
  const ofClients = nearestFirst.filter(({ customerId }) => !seen.has(customerId) && seen.add(customerId));
  if (ofClients.length === 0) return { kind: "none" };
  const sure = ofClients.filter((one) =>
    ofClients.every((other) => other === one || isSurelyNot(other, one, accuracyM)),
  );
  const [only] = sure;
  if (only && sure.length === 1) return { kind: "one", key: only.key };
  return { kind: "ask", keys: ofClients.map(({ key }) => key) };
}

/** Whether somebody who may be at either is at `one` rather than at `other`. */
function isSurelyNot(other: StandingSite, one: StandingSite, accuracyM: number): boolean {
  if (isMuchLarger(other, one)) return one.distanceM + accuracyM <= one.radiusM;
  if (isMuchLarger(one, other)) return false;
  return other.distanceM - one.distanceM > Math.max(2 * accuracyM, pinDoubtM);
}
