import { coServedFrom, ownedFrom, ownersOn } from "@shared/domain/customer";
import {
  contactsInto,
  mergedFrom,
  mergeFault,
  type MergeFault,
  type MergeSite,
  type Moved,
  pinsTaken,
  sitesInto,
} from "@shared/domain/customerMerge";
import type { BusinessDay } from "@shared/domain/time";
import { AppError } from "@shared/errors";
import type { Contact } from "./contacts";
import type { CustomerRecord } from "./customerModel";
import { coServiceOf, servingOf, spansOf } from "./ownership";
import { pinOf, placesSet, nameFieldsOf } from "./searchFields";

/** Two clients of which the second is to become the first. */
export interface MergePair {
  kept: CustomerRecord;
  other: CustomerRecord;
  keptContacts: Contact[];
  otherContacts: Contact[];
}

/** What would be if the one became the other. */
export interface MergePlan extends MergePair {
  /** Where the other's places and people go. */
  sites: Moved[];
  contacts: Moved[];
  /** Places that get their pin from one of the other's. */
  pins: ReturnType<typeof pinsTaken>;
  /** Tags that come. */
  tags: string[];
  /** Who serves the one that stays beside its owners because of it: owners and helpers of the other. */
  coServedByIds: string[];
  /** Of what there would be too much, if of anything. */
  fault: MergeFault | null;
}

/** @param isSameSite whether two places are one, where that is not told by pin and address alone */
export function planOf(
  { kept, other, keptContacts, otherContacts }: MergePair,
  today: BusinessDay,
  isSameSite?: Parameters<typeof sitesInto>[3],
): MergePlan {
  const [keptSites, otherSites] = [kept.sites.map(asMergeSite), other.sites.map(asMergeSite)];
  const sites = sitesInto(keptSites, otherSites, spokenFor(kept), isSameSite);
  const pins = pinsTaken(keptSites, otherSites, sites);
  const contacts = contactsInto(keptContacts, otherContacts);
  const tags = (other.tags ?? []).filter((tag) => !(kept.tags ?? []).includes(tag));
  const isServing = (memberId: string) =>
    kept.coServedByIds.includes(memberId) || ownersOn(spansOf(kept), today).some((one) => one.memberId === memberId);
  const servedOther = [...ownersOn(spansOf(other), today).map(({ memberId }) => memberId), ...other.coServedByIds];
  const coServedByIds = [...new Set(servedOther)].filter((memberId) => !isServing(memberId));
  const added = (moved: Moved[]) => moved.filter(({ isAdded }) => isAdded).length;
  const fault = mergeFault({
    sites: kept.sites.length + added(sites),
    contacts: keptContacts.length + added(contacts),
    tags: (kept.tags ?? []).length + tags.length,
    customers: (kept.mergedIds ?? []).length + 1 + (other.mergedIds ?? []).length,
  });
  return { kept, other, keptContacts, otherContacts, sites, contacts, pins, tags, coServedByIds, fault };
}

/** @throws AppError "customer.mergeTooLarge" */
export function requireRoom({ fault }: MergePlan): void {
  if (fault) throw new AppError("customer.mergeTooLarge", `too many ${fault}`, { fault });
}

/** Ids by which places were known here that are another client's again: a phone may still name them. */
const spokenFor = ({ formerSites }: CustomerRecord): string[] => (formerSites ?? []).map(({ siteId }) => siteId);

const asMergeSite = (site: CustomerRecord["sites"][number]): MergeSite => ({
  siteId: site.siteId,
  address: site.address,
  pin: pinOf(site),
  pinStatus: site.pinStatus,
});

/** What says where a place is. */
const pinFieldsOf = ({ latDeg, lngDeg, radiusM, pinStatus }: CustomerRecord["sites"][number]) => ({
  latDeg: latDeg ?? null,
  lngDeg: lngDeg ?? null,
  radiusM,
  pinStatus,
});

/** The place of the one that stays, with the other's pin where that is the better one. */
function withPin(site: CustomerRecord["sites"][number], { other, pins }: Pick<MergePlan, "other" | "pins">) {
  const fromId = pins.find(({ siteId }) => siteId === site.siteId)?.fromSiteId;
  const from = other.sites.find(({ siteId }) => siteId === fromId);
  return from ? { ...site, ...pinFieldsOf(from), before: null } : site;
}

/** The places of the one that stays, each as it will be. */
export function sitesAfter(plan: MergePlan): CustomerRecord["sites"] {
  const { kept, other, sites } = plan;
  const coming = sites
    .filter(({ isAdded }) => isAdded)
    .flatMap(({ id, asId }) => {
      const site = other.sites.find(({ siteId }) => siteId === id);
      return site ? [{ ...site, siteId: asId }] : [];
    });
  return [...kept.sites.map((site) => withPin(site, plan)), ...coming];
}

/** What the one that goes keeps of it, for its ids to lead on and for it to be undone. @param on its last day as one of its own */
export function mergedPart(
  plan: MergePlan,
  { on, at, byName }: { on: BusinessDay; at: Date; byName: string },
): NonNullable<CustomerRecord["merged"]> {
  const { kept, other } = plan;
  return {
    intoId: kept._id,
    on,
    at,
    byName,
    sites: plan.sites.map(({ id, asId, isAdded }) => ({ siteId: id, asSiteId: asId, isAdded })),
    contacts: plan.contacts
      .filter(({ isAdded }) => isAdded)
      .map(({ id, asId }) => ({ contactId: id, asContactId: asId })),
    pinsTaken: kept.sites
      .filter(({ siteId }) => plan.pins.some((one) => one.siteId === siteId))
      .map((site) => ({ asSiteId: site.siteId, before: pinFieldsOf(site) })),
    tags: plan.tags,
    isCreditCodeTaken: (kept.creditCode ?? null) === null && (other.creditCode ?? null) !== null,
    coServedByIds: plan.coServedByIds,
    before: { owners: other.owners, coService: other.coService, coServedByIds: other.coServedByIds },
  };
}

/** The one that stays, with all that comes. */
export async function keptSet(plan: MergePlan, today: BusinessDay): Promise<Partial<CustomerRecord>> {
  const { kept, other, tags, coServedByIds } = plan;
  const helpers = [...kept.coServedByIds, ...coServedByIds];
  const creditCode = kept.creditCode ?? other.creditCode ?? null;
  const externalIds = [...new Set([...kept.externalIds, ...other.externalIds])];
  return {
    ...servingOf(spansOf(kept), coServiceOf(kept), helpers, today),
    ...placesSet(sitesAfter(plan)),
    ...(await nameFieldsOf({ ...kept, externalIds, creditCode })),
    externalIds,
    creditCode,
    tags: [...(kept.tags ?? []), ...tags],
    mergedIds: [...(kept.mergedIds ?? []), ...(other.mergedIds ?? []), other._id],
  };
}

/** The one that goes: nobody serves or finds it any more; its own days, places and people stay as they were. @param on the last of its days */
export const goneSet = (other: CustomerRecord, on: BusinessDay) =>
  ({
    owners: ownedFrom(spansOf(other), mergedFrom(on), []),
    coService: coServedFrom(coServiceOf(other), on, []),
    coServedByIds: [],
    servedByIds: [],
    nextOwnersOn: null,
    searchKeys: [],
    placeKeys: [],
    addressKeys: [],
  }) satisfies Partial<CustomerRecord>;

export const comingContacts = ({ otherContacts, contacts }: MergePlan): Contact[] =>
  contacts
    .filter(({ isAdded }) => isAdded)
    .flatMap(({ id, asId }) => {
      const contact = otherContacts.find(({ contactId }) => contactId === id);
      return contact ? [{ ...contact, contactId: asId }] : [];
    });
