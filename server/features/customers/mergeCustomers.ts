import type { AnswerOf, BodyOf } from "@shared/contracts";
import { coServedFrom, ownedFrom, ownersOn, type OwnerShare } from "@shared/domain/customer";
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
import { type BusinessDay, businessDayOf } from "@shared/domain/time";
import { AppError } from "@shared/errors";
import { command, updateAtRevision } from "../../db";
import type { Deps } from "../../deps";
import { allow, type MemberActor } from "../../http";
import { emit } from "../../outbox";
import { type Contact, contactsOf, replaceContacts } from "./contacts";
import { CustomerModel, type CustomerRecord } from "./customerModel";
import { customersNow, findCustomer, findCustomerItself } from "./customers";
import { mergedEvent } from "./events";
import { closeProposal, openProposalsOf } from "./pinProposals";
import type { PinProposalRecord } from "./pinProposalModel";
import { coServiceOf, ownersFrom, readOwners, readOwnersOf, servingOf, spansOf } from "./ownership";
import { mayMergeCustomers, mayMergeInto } from "./policy";
import { pinOf, placesSet, searchFieldsOf } from "./searchFields";

type MergeDeps = Pick<Deps, "clock" | "realNow" | "caches" | "fieldKeys">;

/** What would be if the one became the other. */
export interface MergePlan {
  kept: CustomerRecord;
  other: CustomerRecord;
  keptContacts: Contact[];
  otherContacts: Contact[];
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

/** Who wants the second client to become the first, and on what day. */
export interface MergeAsked {
  actor: MemberActor;
  customerId: string;
  otherId: string;
  today: BusinessDay;
}

/**
 * @throws AppError "right.missing" for whoever may not; "customer.unknown"; "customer.merged" where one has become another already;
 *   "input.invalid" for one and the same
 */
export async function planMerge(
  deps: Pick<Deps, "fieldKeys">,
  { actor, customerId, otherId, today }: MergeAsked,
): Promise<MergePlan> {
  const [kept, other] = await Promise.all([findCustomerItself(customerId), findCustomerItself(otherId)]);
  // One that is gone is nobody's from the next day on: what it has become is said first, to whom that one is theirs to merge.
  for (const customer of [kept, other]) await refuseMerged(customer, { actor, today });
  allow(
    await mayMerge(actor, { kept, other }, today),
    "clients are made one by whoever leads all their owners, and gains nothing by it",
  );
  if (kept._id === other._id) {
    const fields = [{ field: "otherId", code: "customer.same" }];
    throw new AppError("input.invalid", "a customer is one with itself", { fields });
  }
  const [keptContacts, otherContacts] = await Promise.all([contactsOf(deps, customerId), contactsOf(deps, otherId)]);
  const [keptSites, otherSites] = [kept.sites.map(asMergeSite), other.sites.map(asMergeSite)];
  const sites = sitesInto(keptSites, otherSites, spokenFor(kept));
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

/** @throws AppError "customer.merged" with the one that it has become, for whoever may make others one with that */
async function refuseMerged(
  customer: CustomerRecord,
  { actor, today }: Pick<MergeAsked, "actor" | "today">,
): Promise<void> {
  if (!customer.merged) return;
  const into = await findCustomer(customer._id);
  allow(mayMergeInto(actor, await readOwnersOf(into, today)), "clients are made one by whoever leads all their owners");
  throw new AppError("customer.merged", `${customer._id} has become ${into._id}`, {
    goneName: customer.shortName,
    intoId: into._id,
    intoName: into.shortName,
  });
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
  return from ? { ...site, ...pinFieldsOf(from) } : site;
}

/** Whoever owns a customer tomorrow, and at each later change that is arranged. */
function ownersToCome(customer: CustomerRecord, from: BusinessDay): OwnerShare[][] {
  const spans = spansOf(customer);
  return [from, ...spans.flatMap((span) => (span.from > from ? [span.from] : []))].map((day) => ownersOn(spans, day));
}

/** Whether this person may make one of the two. */
async function mayMerge(
  actor: MemberActor,
  { kept, other }: Pick<MergePlan, "kept" | "other">,
  today: BusinessDay,
): Promise<boolean> {
  const from = mergedFrom(today);
  const [keptNext, otherNext] = [ownersToCome(kept, from), ownersToCome(other, from)];
  const present = [kept, other].map((customer) => ownersOn(spansOf(customer), today));
  const { unitPaths } = await readOwners([...present, ...keptNext, ...otherNext].flat(), today);
  return mayMergeCustomers(actor, { present, keptNext, otherNext, unitPaths });
}

/**
 * Makes one client of two. Nothing that was recorded is rewritten: it stays under its id, with its owners, and is read as the
 * remaining client's from now on; see `shared/domain/customerMerge`. May be repeated.
 */
export async function mergeCustomers(
  deps: MergeDeps,
  { actor, customerId, body }: { actor: MemberActor; customerId: string; body: BodyOf<"customers.merge"> },
): Promise<AnswerOf<"customers.merge">> {
  const { commandId, otherId, revision, otherRevision, reason } = body;
  const whole = { ...body, customerId };
  const answer = await command({ actor, commandId, kind: "customers.merge", body: whole }, async () => {
    const at = deps.clock.now();
    const today = businessDayOf(at);
    const plan = await planMerge(deps, { actor, customerId, otherId, today });
    const { kept, other, fault } = plan;
    requireSeen(kept, revision);
    requireSeen(other, otherRevision);
    if (fault) throw new AppError("customer.mergeTooLarge", `too many ${fault}`, { fault });
    // Above both: whoever still corrects one of them under either id has seen another state.
    const next = Math.max(kept.revision, other.revision) + 1;
    const merged = {
      intoId: customerId,
      on: today,
      at,
      byName: actor.name,
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
    const overtaken = await overtakenBy(plan);
    const gone = { ...goneSet(other, today), merged };
    return {
      answer: { customerId, revision: next },
      audit: {
        action: "customers.merge",
        subject: `customer:${customerId}`,
        at,
        detail: { otherId, otherName: other.shortName, reason },
      },
      write: async (session) => {
        const set = await keptSet(plan, today);
        await updateAtRevision(CustomerModel, { id: customerId, revision: kept.revision, set, next }, session);
        await updateAtRevision(CustomerModel, { id: otherId, revision: other.revision, set: gone, next }, session);
        const people = [...plan.keptContacts, ...comingContacts(plan)];
        replaceContacts(deps, customerId, { before: plan.keptContacts, after: people, revision: next }, session);
        for (const proposal of overtaken)
          await closeProposal(proposal, "overtaken", { session, at, realNow: deps.realNow() });
        const memberIds = [
          ...kept.servedByIds,
          ...other.servedByIds,
          ...ownersFrom(kept, today),
          ...ownersFrom(other, today),
        ];
        const event = mergedEvent({ kept, other, memberIds, actor, next, at, isUndone: false });
        await emit(event, session, deps.realNow());
      },
    };
  });
  for (const id of [customerId, otherId]) customersNow(deps).forget(id);
  return answer;
}

function requireSeen({ _id, revision }: CustomerRecord, seen: number): void {
  if (revision !== seen) throw new AppError("stale", `customer ${_id} was changed meanwhile`, { revision });
}

/** The one that stays, with all that comes. */
async function keptSet(plan: MergePlan, today: BusinessDay): Promise<Partial<CustomerRecord>> {
  const { kept, other, sites, tags, coServedByIds } = plan;
  const helpers = [...kept.coServedByIds, ...coServedByIds];
  const coming = sites
    .filter(({ isAdded }) => isAdded)
    .flatMap(({ id, asId }) => {
      const site = other.sites.find(({ siteId }) => siteId === id);
      return site ? [{ ...site, siteId: asId }] : [];
    });
  const creditCode = kept.creditCode ?? other.creditCode ?? null;
  const externalIds = [...new Set([...kept.externalIds, ...other.externalIds])];
  return {
    ...servingOf(spansOf(kept), coServiceOf(kept), helpers, today),
    ...placesSet([...kept.sites.map((site) => withPin(site, plan)), ...coming]),
    ...(await searchFieldsOf({ ...kept, externalIds, creditCode })),
    externalIds,
    creditCode,
    tags: [...(kept.tags ?? []), ...tags],
    mergedIds: [...(kept.mergedIds ?? []), ...(other.mergedIds ?? []), other._id],
  };
}

/** The one that goes: nobody serves or finds it any more; its own days, places and people stay as they were. */
const goneSet = (other: CustomerRecord, today: BusinessDay): Partial<CustomerRecord> => ({
  owners: ownedFrom(spansOf(other), mergedFrom(today), []),
  coService: coServedFrom(coServiceOf(other), today, []),
  coServedByIds: [],
  servedByIds: [],
  nextOwnersOn: null,
  searchKeys: [],
  placeKeys: [],
  addressKeys: [],
});

const comingContacts = ({ otherContacts, contacts }: MergePlan): Contact[] =>
  contacts
    .filter(({ isAdded }) => isAdded)
    .flatMap(({ id, asId }) => {
      const contact = otherContacts.find(({ contactId }) => contactId === id);
      return contact ? [{ ...contact, contactId: asId }] : [];
    });

/** Pins that wait for a place of one of the two of which the other has a confirmed pin: a leader has said where that is. */
async function overtakenBy({ kept, other, sites, pins }: MergePlan): Promise<PinProposalRecord[]> {
  const isConfirmed = (customer: CustomerRecord, siteId: string) =>
    customer.sites.some((site) => site.siteId === siteId && site.pinStatus === "confirmed");
  const known = sites.filter(({ isAdded, asId }) => !isAdded && isConfirmed(kept, asId)).map(({ id }) => id);
  const taken = pins.filter(({ fromSiteId }) => isConfirmed(other, fromSiteId)).map(({ siteId }) => siteId);
  const [ofKept, ofOther] = await Promise.all([openProposalsOf(kept), openProposalsOf(other)]);
  return [
    ...ofOther.filter(({ siteId }) => known.includes(siteId)),
    ...ofKept.filter(({ siteId }) => taken.includes(siteId)),
  ].map(({ proposal }) => proposal);
}
