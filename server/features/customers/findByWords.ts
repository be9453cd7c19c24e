import type { AnswerOf } from "@shared/contracts";
import type { MemberActor } from "@shared/domain/actor";
import { ownersOn } from "@shared/domain/customer";
import { addressKeyToFind, isFoundBy, keysToFind } from "@shared/domain/customerSearch";
import type { BusinessDay } from "@shared/domain/time";
import { decrypt, encrypt, FieldError } from "../../db/encryptedFields";
import type { Deps } from "../../deps";
import { findMembers, findPeopleByName, findUnits, membersOfUnitsDuring, unitAndBelow } from "../members";
import {
  byOrder,
  everybodys,
  nothing,
  ofIds,
  type ReadBatch,
  servedBy,
  servedByOneOf,
  upToAPage,
  withAddress,
  withOneOf,
} from "./batches";
import { customerIdsByNumber } from "./contacts";
import { CustomerModel, type CustomerRecord } from "./customerModel";
import { countCustomers, findStanding } from "./customers";
import { isWithin, type Narrowing } from "./narrowed";
import { readOwners, spansOf } from "./ownership";
import { mayAuditCustomers, mayReadCustomer } from "./policy";
import { numbersOf, placeInOrder } from "./searchFields";

const pageSize = 50;
interface Found {
  page: AnswerOf<"customers.find">;
  /** Shown to somebody who reads all of them by office. */
  audited: boolean;
}

/** A page of customers as they are stored. */
export interface FoundCustomers extends Pick<Found, "audited"> {
  customers: CustomerRecord[];
  nextCursor: string | null;
  isCut: boolean;
}

/** As lists show it. @param members its owners, among others */
export function presentFound(
  customer: CustomerRecord,
  members: ReadonlyMap<string, { name: string }>,
  today: BusinessDay,
): Found["page"]["items"][number] {
  return {
    customerId: customer._id,
    name: customer.name,
    shortName: customer.shortName,
    grade: customer.grade,
    stage: customer.stage,
    address: customer.sites[0]?.address ?? null,
    ownerNames: ownersOn(spansOf(customer), today).flatMap(({ memberId }) => members.get(memberId)?.name ?? []),
  };
}

/** Today's owners of these customers. */
export const findOwners = (customers: readonly CustomerRecord[], today: BusinessDay) =>
  findMembers(customers.flatMap((customer) => ownersOn(spansOf(customer), today)).map(({ memberId }) => memberId));

/** A page of what the words find, as people are shown it. */
export async function findByWords(
  deps: Pick<Deps, "fieldKeys">,
  actor: MemberActor,
  asked: { words: string; cursor?: string | undefined },
  today: BusinessDay,
): Promise<Found> {
  const { customers, nextCursor, isCut, audited } = await customersSeen(deps, actor, asked, today);
  const members = await findOwners(customers, today);
  const items = customers.map((customer) => presentFound(customer, members, today));
  return { page: { items, nextCursor, ...(isCut && { isCut }) }, audited };
}

interface Asked extends Narrowing {
  words?: string | undefined;
  cursor?: string | undefined;
  perPage?: number;
  /** Whether the words may also be the name of an owner, as in a table that shows owners. */
  byOwner?: boolean;
}

/**
 * A page of the customers that the words find, or without words of all, among those that the person may read, in the order of their names. It
 * is full where there are more, and goes on after the last one that is shown; or it is cut where so many were looked through, and goes on
 * behind those. A rep's own are looked through themselves; whoever leads a unit or reads all is answered from an index of all: who leads whom
 * follows from the day, which no index holds.
 *
 * The last four digits of a phone number find what somebody may read, as they are shown it. More of a number finds only where the person may read
 * the whole of it on the client's page, and so not for auditors: otherwise they could find it out digit by digit. That whoever does not serve
 * the client was shown it by its number is noted, as their reading the page is (`audited`).
 * @param cursor as the last page gave it
 */
export async function customersSeen(
  deps: Pick<Deps, "fieldKeys">,
  actor: MemberActor,
  { words, cursor, perPage = pageSize, byOwner = false, ...narrowing }: Asked,
  today: BusinessDay,
): Promise<FoundCustomers> {
  const audited = mayAuditCustomers(actor);
  const mayShow = shownTo(actor, narrowing, today);
  const after = placeOf(deps, actor, cursor);
  if (words === undefined) {
    const { found, upTo } = await upToAPage(after, await everyOne(actor, today), mayShow, perPage);
    return { ...pageOf(found, upTo), audited };
  }
  const keys = keysToFind(words);
  const inWords = (batch: CustomerRecord[]) =>
    mayShow(batch.filter((customer) => isFoundBy(words, fieldsOf(customer))));
  // A rep's own are looked through for all that stands in them.
  const addressKey = readsOthers(actor) ? addressKeyToFind(words) : null;
  const [ownerIds, numbered] = await Promise.all([
    byOwner && readsOthers(actor) ? ownersNamed(words) : [],
    customerIdsByNumber(deps, words),
  ]);
  const looked = await Promise.all([
    keys.length === 0
      ? nothing
      : upToAPage(after, readsOthers(actor) ? withOneOf(keys) : servedBy(actor.id), inWords, perPage),
    addressKey === null ? nothing : upToAPage(after, withAddress(addressKey), inWords, perPage),
    ownerIds.length === 0
      ? nothing
      : upToAPage(after, servedByOneOf(ownerIds), (some) => mayShow(some.filter(isOwnedBy(ownerIds, today))), perPage),
  ]);
  const byNumber =
    numbered.customerIds.length === 0
      ? nothing
      : await upToAPage(
          after,
          ofIds(numbered.customerIds),
          numbered.isTail ? mayShow : shownTo(actor, narrowing, today, { isWhole: true }),
          perPage,
        );
  // What one of them has not come to yet is found with the next page.
  const all = [...looked, byNumber];
  const [upTo = null] = all.flatMap((one) => one.upTo ?? []).sort();
  const found = new Map(all.flatMap((one) => one.found).map((customer) => [customer._id, customer]));
  const isByOthersNumber =
    !numbered.isTail && byNumber.found.some(({ servedByIds }) => !servedByIds.includes(actor.id));
  return { ...pageOf([...found.values()], upTo), audited: audited || isByOthersNumber };

  function pageOf(all: CustomerRecord[], upTo: string | null): Omit<FoundCustomers, "audited"> {
    const sorted = all.filter(({ sortKey }) => upTo === null || sortKey <= upTo).sort(byOrder);
    const customers = sorted.slice(0, perPage);
    const isFull = sorted.length > perPage;
    const isCut = !isFull && upTo !== null;
    const nextCursor = isCut ? hidden(deps, actor, upTo) : isFull ? (customers.at(-1)?.sortKey ?? null) : null;
    return { customers, nextCursor, isCut };
  }
}

/** Those of these customers that somebody may read. */
export const customersChosen = async (
  actor: MemberActor,
  customerIds: readonly string[],
  today: BusinessDay,
): Promise<CustomerRecord[]> =>
  (await shownTo(actor, {}, today)([...(await findStanding([...new Set(customerIds)])).values()])).sort(byOrder);

/** A name of more people tells nobody apart. */
const ownersMax = 10;

/** Who is called so, as far as the words are long enough to be a name. */
async function ownersNamed(words: string): Promise<string[]> {
  const name = words.trim();
  if (Array.from(name).length < 2) return [];
  const people = await findPeopleByName(name);
  const named = people.flatMap((person) => (person.name.includes(name) ? person.memberId : []));
  return named.length > ownersMax ? [] : named;
}

const isOwnedBy =
  (ownerIds: readonly string[], today: BusinessDay) =>
  (customer: CustomerRecord): boolean =>
    ownersOn(spansOf(customer), today).some(({ memberId }) => ownerIds.includes(memberId));

/**
 * What all that somebody may read is among: their own; for whoever leads a unit, what is served by all who have ever belonged there, of
 * which the day says who is theirs now; everybody's for administrators and auditors.
 */
async function everyOne(actor: MemberActor, today: BusinessDay): Promise<ReadBatch> {
  if (actor.roles.includes("admin") || mayAuditCustomers(actor)) return everybodys;
  if (actor.leads.length === 0) return servedBy(actor.id);
  const units = await findUnits();
  const unitIds = actor.leads.flatMap((unitId) => unitAndBelow(units, unitId).map((unit) => unit.unitId));
  const memberIds = await membersOfUnitsDuring([...new Set(unitIds)], { from: "0000-01-01", to: today });
  const served = [...new Set([actor.id, ...memberIds])];
  return served.length > peopleMax ? everybodys : servedByOneOf(served);
}

/** Whoever has led more people looks through everybody's customers. */
const peopleMax = 50;

/**
 * Those of some customers that somebody may read, as they are narrowed.
 * @param isWhole with the numbers of the people there, which who audits is not shown
 */
const shownTo =
  (actor: MemberActor, narrowing: Narrowing, today: BusinessDay, { isWhole = false } = {}) =>
  async (looked: CustomerRecord[]): Promise<CustomerRecord[]> => {
    const customers = looked.filter(isWithin(narrowing));
    if ((mayAuditCustomers(actor) && !isWhole) || customers.length === 0) return customers;
    const ownersOf = (customer: CustomerRecord) => ownersOn(spansOf(customer), today);
    const { unitPaths } = await readOwners(customers.flatMap(ownersOf), today);
    return customers.filter((customer) =>
      mayReadCustomer(actor, { owners: ownersOf(customer), unitPaths }, customer.servedByIds),
    );
  };

/** So many are counted. */
const countedMax = 10_000;
/** What no index says is counted by looking at so many. */
const lookedAtMax = 2_000;

/**
 * How many of a list somebody may read: as an index says it, or by looking at them as the list does; null where neither says much, as of
 * everybody's by how pins are known.
 */
export async function countSeen(
  actor: MemberActor,
  { grade, pin }: Narrowing,
  today: BusinessDay,
): Promise<{ count: number; isAtLeast: boolean } | null> {
  const readsAll = actor.roles.includes("admin") || mayAuditCustomers(actor);
  if (!readsAll && (actor.leads.length > 0 || pin !== undefined)) return countLooked(actor, { grade, pin }, today);
  if (pin !== undefined) return null;
  const limit = countedMax + 1;
  const ofGrade = grade !== undefined && { grade };
  if (readsAll) {
    // Those that have become another are found as the other.
    if (ofGrade) return atMost(await CustomerModel.countDocuments({ grade, "merged.on": null }, { limit }));
    const { count, isWhole } = await countCustomers();
    return { count, isAtLeast: !isWhole };
  }
  return atMost(await CustomerModel.countDocuments({ servedByIds: actor.id, ...ofGrade }, { limit }));
}

const atMost = (count: number) => ({ count, isAtLeast: count > countedMax });

async function countLooked(actor: MemberActor, narrowing: Narrowing, today: BusinessDay) {
  const [read, mayShow] = [await everyOne(actor, today), shownTo(actor, narrowing, today)];
  let [count, looked] = [0, 0];
  for (let after: string | undefined; ;) {
    const { customers, next } = await read(after);
    count += (await mayShow(customers)).length;
    looked += customers.length;
    if (next === null || looked >= lookedAtMax) return { count, isAtLeast: next !== null };
    after = next;
  }
}

const hiddenMark = "+";
const placeIn = (actor: MemberActor) => ({ collection: "customers", field: "cursor", id: actor.id });

/** The last one that was looked at may be nobody's whom the reader may see: its name and id say nothing to them. */
function hidden({ fieldKeys }: Pick<Deps, "fieldKeys">, actor: MemberActor, sortKey: string): string {
  return hiddenMark + (fieldKeys.all.length === 0 ? sortKey : encrypt(fieldKeys, placeIn(actor), sortKey));
}

/** Behind which sort key it goes on; what somebody has typed leads to the first page. */
function placeOf(
  { fieldKeys }: Pick<Deps, "fieldKeys">,
  actor: MemberActor,
  cursor: string | undefined,
): string | undefined {
  if (!cursor?.startsWith(hiddenMark)) return placeInOrder(cursor);
  const said = cursor.slice(hiddenMark.length);
  if (fieldKeys.all.length === 0) return placeInOrder(said);
  try {
    return placeInOrder(decrypt(fieldKeys, placeIn(actor), said));
  } catch (error) {
    if (error instanceof FieldError) return undefined;
    throw error;
  }
}

/** Whether customers of others may be theirs to read: all others serve what they read. */
const readsOthers = (actor: MemberActor): boolean =>
  actor.leads.length > 0 || actor.roles.includes("admin") || mayAuditCustomers(actor);

const fieldsOf = ({ name, shortName, initials, sites, ...numbered }: CustomerRecord) => ({
  texts: [name, shortName, ...sites.map(({ address }) => address)],
  initials: initials ?? "",
  numbers: numbersOf(numbered),
  phoneTails: [],
});
