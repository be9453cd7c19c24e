import { isSamePlace } from "./customerSame";
import { searchForm } from "./customerSearch";
import type { Gcj02Point } from "./geo";
import { addDays, type BusinessDay } from "./time";

/*
 * Two clients that are one. The one that goes keeps its own days: whatever happened until the day of the merge stays its own, with its
 * owners and under its id, so that nothing that was paid or is still to be decided changes. From the next day on it is the other one.
 */

/** So many days after the one on which it was made a merge can be undone. */
export const mergeUndoDays = 7;

/** The last day on which it can be undone. */
export const mergeUndoUntil = (mergedOn: BusinessDay): BusinessDay => addDays(mergedOn, mergeUndoDays);

/** As the last of its own days, of a client that never was one of its own. */
export const noOwnDay: BusinessDay = "1970-01-01";

/** From then on what is sold to either counts for the owners of the one that stays. */
export const mergedFrom = (mergedOn: BusinessDay): BusinessDay => addDays(mergedOn, 1);

/** As many as a form takes, so that what came together can be corrected afterwards. */
export const mergeLimits = { sites: 50, contacts: 20, tags: 20, customers: 20 } as const;
export type MergeFault = keyof typeof mergeLimits;

export interface MergeSite {
  siteId: string;
  address: string;
  /** GCJ-02 degrees; null without a pin. */
  pin: Gcj02Point | null;
  /** Of its pin, from the least sure on. */
  pinStatus: PinStatus;
}

export const pinStatuses = ["typed", "taken", "learned", "confirmed"] as const;
export type PinStatus = (typeof pinStatuses)[number];

export interface MergeContact {
  contactId: string;
  name: string;
  /** In one form for each number; null without one. */
  phone: string | null;
}

export interface Moved {
  /** As it is called where it comes from. */
  id: string;
  /** As it is called where it goes. */
  asId: string;
  /** Whether it comes beside those that are there; else it is one of them. */
  isAdded: boolean;
}

/**
 * Where each place of a client goes: into the one of the other that is at the same spot, or beside its places.
 * @param spokenFor ids by which other places were known here: none of them is given again
 * @param isSame whether two places are one
 */
export const sitesInto = (
  kept: readonly MergeSite[],
  other: readonly MergeSite[],
  spokenFor: readonly string[] = [],
  isSame: (kept: MergeSite, other: MergeSite) => boolean = isSameSite,
): Moved[] => partsInto(kept, other, { idOf: ({ siteId }) => siteId, isSame, spokenFor });

/**
 * Whether a place of a client that was typed from memory is one of the client that it is: where that has just one place, an address alone,
 * however it was written, means that one.
 */
export const isTypedPlaceOf =
  (placesCount: number) =>
  (kept: MergeSite, typed: MergeSite): boolean =>
    isSameSite(kept, typed) || (placesCount === 1 && typed.pin === null);

/** By which of the other's places each place of a client gets a better pin than its own: nobody has to find it a second time. */
export function pinsTaken(
  kept: readonly MergeSite[],
  other: readonly MergeSite[],
  moved: readonly Moved[],
): { siteId: string; fromSiteId: string }[] {
  const sureness = ({ pin, pinStatus }: MergeSite) => (pin === null ? 0 : 1 + pinStatuses.indexOf(pinStatus));
  return kept.flatMap((site) => {
    const same = other.filter(({ siteId }) =>
      moved.some(({ id, asId, isAdded }) => !isAdded && id === siteId && asId === site.siteId),
    );
    const [best] = same.sort((a, b) => sureness(b) - sureness(a));
    return best && sureness(best) > sureness(site) ? [{ siteId: site.siteId, fromSiteId: best.siteId }] : [];
  });
}

/** Where each person at a client goes: to the one with that number, or beside those who are there. */
export const contactsInto = (kept: readonly MergeContact[], other: readonly MergeContact[]): Moved[] =>
  partsInto(kept, other, { idOf: ({ contactId }) => contactId, isSame: isSamePerson });

const isSameSite = (a: MergeSite, b: MergeSite): boolean =>
  a.pin && b.pin ? isSamePlace(a.pin, b.pin) : searchForm(a.address) === searchForm(b.address);

/** Two people of one name may be two people; of one name and without another number they are not told apart. */
const isSamePerson = (a: MergeContact, b: MergeContact): boolean =>
  a.phone !== null && b.phone !== null
    ? a.phone === b.phone
    : searchForm(a.name) === searchForm(b.name) && (b.phone === null || a.phone === b.phone);

function partsInto<Part>(
  kept: readonly Part[],
  other: readonly Part[],
  {
    idOf,
    isSame,
    spokenFor = [],
  }: { idOf: (part: Part) => string; isSame: (kept: Part, other: Part) => boolean; spokenFor?: readonly string[] },
): Moved[] {
  const taken = new Set([...kept.map(idOf), ...spokenFor]);
  return other.map((part) => {
    const id = idOf(part);
    const same = kept.find((one) => isSame(one, part));
    if (same) return { id, asId: idOf(same), isAdded: false };
    const asId = freeId(id, taken);
    taken.add(asId);
    return { id, asId, isAdded: true };
  });
}

/** As long as ids may be, with room for what tells them apart. */
const idLengthMax = 120;

function freeId(id: string, taken: ReadonlySet<string>): string {
  if (!taken.has(id)) return id;
  for (let n = 2; ; n += 1) {
    const next = `${id.slice(0, idLengthMax)}-${n}`;
    if (!taken.has(next)) return next;
  }
}

/** Of what there would be too much, if of anything. */
export function mergeFault(together: Record<MergeFault, number>): MergeFault | null {
  const names = Object.keys(mergeLimits) as MergeFault[]; // as written above
  return names.find((name) => together[name] > mergeLimits[name]) ?? null;
}

interface History {
  saleCount: number;
  visitCount: number;
}

/** Whether rather the other of two should stay: more was sold to it, or as much and it was visited more. */
export const isRatherKept = (other: History, kept: History): boolean =>
  other.saleCount !== kept.saleCount ? other.saleCount > kept.saleCount : other.visitCount > kept.visitCount;
