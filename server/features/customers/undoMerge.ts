import type { AnswerOf, BodyOf, CustomerDetailView } from "@shared/contracts";
import type { Actor } from "@shared/domain/actor";
import { ownersOn } from "@shared/domain/customer";
import { mergeUndoUntil } from "@shared/domain/customerMerge";
import { type BusinessDay, businessDayOf } from "@shared/domain/time";
import { AppError } from "@shared/errors";
import { command, updateAtRevision } from "../../db";
import type { Deps } from "../../deps";
import { allow, type MemberActor } from "../../http";
import { emit } from "../../outbox";
import { type Contact, contactsOf, replaceContacts } from "./contacts";
import { CustomerModel, type CustomerRecord } from "./customerModel";
import { customersNow, findCustomerItself, findThemselves } from "./customers";
import { mergedEvent } from "./events";
import { heldBy, takeKeys } from "./numbers";
import { coServiceOf, ownersFrom, readOwners, readOwnersOf, servingOf, spansOf } from "./ownership";
import { openProposalsOf } from "./pinProposals";
import { mayMergeInto, mayMakeOne } from "./policy";
import { placesSet, nameFieldsOf } from "./searchFields";

type UndoDeps = Pick<Deps, "clock" | "realNow" | "caches" | "fieldKeys">;
type Merged = NonNullable<CustomerRecord["merged"]>;

/** Whoever leads the owners of both, as they are and as they were. */
export async function mayUndo(
  actor: Actor,
  kept: CustomerRecord,
  { before }: Merged,
  today: BusinessDay,
): Promise<boolean> {
  const present = [ownersOn(spansOf(kept), today), ownersOn(spansOf(before), today)];
  const { unitPaths } = await readOwners(present.flat(), today);
  return mayMakeOne(actor, { present, unitPaths });
}

/** The clients that have become this one, the newest last, with until when this reader may undo that. */
export async function mergedInto(
  actor: Actor,
  customer: CustomerRecord,
  today: BusinessDay,
): Promise<NonNullable<CustomerDetailView["merged"]>> {
  const became = await findThemselves(customer.mergedIds ?? []);
  const rows = became.flatMap(({ _id: customerId, shortName: name, merged }) =>
    // What had become another before that became this one is told there.
    merged?.intoId === customer._id ? [{ customerId, name, merged }] : [],
  );
  return Promise.all(
    rows.map(async ({ customerId, name, merged }, n) => {
      const on = businessDayOf(merged.at);
      const until = mergeUndoUntil(on);
      const may = n === rows.length - 1 && today <= until && (await mayUndo(actor, customer, merged, today));
      return { customerId, name, on, byName: merged.byName, undoUntil: may ? until : null };
    }),
  );
}

/**
 * Makes two clients again of one, within the days that there are for it. The one that was gone gets back what had come with it, as it is
 * by now; what was recorded since then stays where it was recorded. May be repeated.
 */
export async function undoMerge(
  deps: UndoDeps,
  { actor, customerId, body }: { actor: MemberActor; customerId: string; body: BodyOf<"customers.undoMerge"> },
): Promise<AnswerOf<"customers.undoMerge">> {
  const { commandId, otherId, revision } = body;
  const whole = { ...body, customerId };
  const answer = await command({ actor, commandId, kind: "customers.undoMerge", body: whole }, async () => {
    const at = deps.clock.now();
    const today = businessDayOf(at);
    const [kept, other] = await Promise.all([findCustomerItself(customerId), findCustomerItself(otherId)]);
    const { merged } = other;
    allow(mayMergeInto(actor, await readOwnersOf(kept, today)), "a merge is undone by whoever leads all their owners");
    if (merged?.intoId !== customerId)
      throw new AppError("customer.notMerged", `${otherId} has not become ${customerId}`);
    allow(await mayUndo(actor, kept, merged, today), "a merge is undone by whoever leads all their owners");
    const mergedOn = businessDayOf(merged.at);
    if (today > mergeUndoUntil(mergedOn)) throw new AppError("customer.undoTooLate", `merged on ${mergedOn}`);
    // The later one stands on the earlier one.
    if (kept.merged || kept.mergedIds?.at(-1) !== otherId)
      throw new AppError("customer.mergedSince", `${customerId} has been merged since`);
    if (kept.revision !== revision)
      throw new AppError("stale", `customer ${customerId} was changed meanwhile`, { revision: kept.revision });

    const next = Math.max(kept.revision, other.revision) + 1;
    const [people, otherPeople, proposals] = await Promise.all([
      contactsOf(deps, customerId),
      contactsOf(deps, otherId),
      openProposalsOf(kept),
    ]);
    const came = new Set(merged.contacts.map(({ asContactId }) => asContactId));
    const left = people.filter(({ contactId }) => !came.has(contactId));
    const back = otherPeople.flatMap((contact) => asItIsNow(contact, merged, people) ?? []);
    const addedIds = addedSitesOf(merged);
    // What was proposed of the other before is the other's, and waits on with it.
    if (proposals.some(({ siteId, proposal }) => addedIds.has(siteId) && proposal.customerId === customerId))
      throw new AppError("customer.pinWaits", `a pin of ${customerId} waits for a decision`);
    const heldByKept = await heldBy(customerId, other.externalIds);
    const [keptSet, otherSet] = await Promise.all([
      keptAlone(kept, other, merged, today),
      otherAlone(kept, other, merged, today),
    ]);
    return {
      answer: { customerId, revision: next },
      audit: {
        action: "customers.undoMerge",
        subject: `customer:${customerId}`,
        at,
        detail: { otherId, otherName: other.shortName },
      },
      write: async (session) => {
        await updateAtRevision(CustomerModel, { id: customerId, revision: kept.revision, set: keptSet, next }, session);
        await updateAtRevision(CustomerModel, { id: otherId, revision: other.revision, set: otherSet, next }, session);
        replaceContacts(deps, customerId, { before: people, after: left, revision: next }, session);
        replaceContacts(deps, otherId, { before: otherPeople, after: back, revision: next }, session);
        await takeKeys(heldByKept, otherId, session);
        const memberIds = [
          ...[...kept.servedByIds, ...(otherSet.servedByIds ?? [])],
          ...[...ownersFrom(kept, today), ...ownersFrom(merged.before, today)],
        ];
        await emit(mergedEvent({ kept, other, memberIds, actor, next, at, isUndone: true }), session, deps.realNow());
      },
    };
  });
  for (const id of [customerId, otherId]) customersNow(deps).forget(id);
  return answer;
}

const addedSitesOf = ({ sites }: Merged): Set<string> =>
  new Set(sites.filter(({ isAdded }) => isAdded).map(({ asSiteId }) => asSiteId));

/** Somebody who had come with the merge, as whoever corrected them since has left them; null where somebody has removed them. */
function asItIsNow(contact: Contact, { contacts }: Merged, people: readonly Contact[]): Contact | null {
  const asId = contacts.find(({ contactId }) => contactId === contact.contactId)?.asContactId;
  if (asId === undefined) return contact;
  const now = people.find(({ contactId }) => contactId === asId);
  return now ? { ...now, contactId: contact.contactId } : null;
}

async function keptAlone(
  kept: CustomerRecord,
  other: CustomerRecord,
  merged: Merged,
  today: BusinessDay,
): Promise<Partial<CustomerRecord>> {
  const addedIds = addedSitesOf(merged);
  const helpers = kept.coServedByIds.filter((memberId) => !merged.coServedByIds.includes(memberId));
  const creditCode =
    merged.isCreditCodeTaken && kept.creditCode === other.creditCode ? null : (kept.creditCode ?? null);
  const externalIds = kept.externalIds.filter((key) => !other.externalIds.includes(key));
  const goneIds = [...(other.mergedIds ?? []), other._id];
  return {
    ...servingOf(spansOf(kept), coServiceOf(kept), helpers, today),
    ...placesSet(
      kept.sites.filter(({ siteId }) => !addedIds.has(siteId)).map((site) => withOwnPin(site, other, merged)),
    ),
    ...(await nameFieldsOf({ ...kept, externalIds, creditCode })),
    externalIds,
    creditCode,
    tags: (kept.tags ?? []).filter((tag) => !merged.tags.includes(tag)),
    mergedIds: (kept.mergedIds ?? []).filter((id) => !goneIds.includes(id)),
    formerIds: [...new Set([...(kept.formerIds ?? []), ...goneIds])],
    formerSites: [
      ...(kept.formerSites ?? []),
      ...merged.sites
        .filter(({ isAdded }) => isAdded)
        .map(({ siteId, asSiteId }) => ({ siteId: asSiteId, otherId: other._id, otherSiteId: siteId })),
    ],
  };
}

type Site = CustomerRecord["sites"][number];

/** A place with the pin that it had, where it has still the one that came with the merge. */
function withOwnPin(site: Site, other: CustomerRecord, { sites, pinsTaken }: Merged): Site {
  const taken = (pinsTaken ?? []).find(({ asSiteId }) => asSiteId === site.siteId);
  if (!taken) return site;
  const { latDeg, lngDeg, radiusM, pinStatus } = taken.before;
  const isAsTaken = sites
    .filter(({ asSiteId }) => asSiteId === site.siteId)
    .some(({ siteId }) => other.sites.some((one) => one.siteId === siteId && isSamePin(one, site)));
  return isAsTaken ? { ...site, latDeg: latDeg ?? null, lngDeg: lngDeg ?? null, radiusM, pinStatus } : site;
}

const isSamePin = (a: Site, b: Site): boolean =>
  a.latDeg === b.latDeg && a.lngDeg === b.lngDeg && a.radiusM === b.radiusM && a.pinStatus === b.pinStatus;

async function otherAlone(
  kept: CustomerRecord,
  other: CustomerRecord,
  merged: Merged,
  today: BusinessDay,
): Promise<Partial<CustomerRecord>> {
  const sites = other.sites.map((site) => {
    const asId = merged.sites.find(({ siteId, isAdded }) => isAdded && siteId === site.siteId)?.asSiteId;
    const now = kept.sites.find(({ siteId }) => siteId === asId);
    return now ? { ...now, siteId: site.siteId } : site;
  });
  // A number that was taken off it since is free for others.
  const externalIds = other.externalIds.filter((key) => kept.externalIds.includes(key));
  const { before } = merged;
  return {
    ...servingOf(spansOf(before), coServiceOf(before), before.coServedByIds, today),
    ...placesSet(sites),
    ...(await nameFieldsOf({ ...other, externalIds })),
    externalIds,
    merged: null,
  };
}
