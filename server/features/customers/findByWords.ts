import type { AnswerOf } from "@shared/contracts";
import type { MemberActor } from "@shared/domain/actor";
import { ownersOn } from "@shared/domain/customer";
import { addressKeyToFind, isFoundBy, keysToFind } from "@shared/domain/customerSearch";
import type { BusinessDay } from "@shared/domain/time";
import { decrypt, encrypt, FieldError } from "../../db/encryptedFields";
import type { Deps } from "../../deps";
import { findMembers, findUnits, membersOfUnitsDuring, unitAndBelow } from "../members";
import { customerIdsByPhoneTail } from "./contacts";
import { CustomerModel, type CustomerRecord } from "./customerModel";
import { countCustomers, findStanding } from "./customers";
import { isWithin, type Narrowing } from "./narrowed";
import { readOwners, spansOf } from "./ownership";
import { mayAuditCustomers, mayReadCustomer } from "./policy";
import { numbersOf } from "./searchFields";

const pageSize = 50;
/** So many are read at a time: of those that many others may own, few are the reader's. */
const batchSize = 200;
/** So many in one request: a word that every client has would else read the whole company for whoever may see few of them. */
const batchesMax = 5;

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
}

/**
 * A page of the customers that the words find, or without words of all, among those that the person may read, by id. It is full where there are more, and goes
 * on after the last one that is shown; or it is cut where so many were looked through, and goes on behind those. A rep's own are looked
 * through themselves; whoever leads a unit or reads all is answered from an index of all: who leads whom follows from the day, which no
 * index holds.
 * @param cursor as the last page gave it
 */
export async function customersSeen(
  deps: Pick<Deps, "fieldKeys">,
  actor: MemberActor,
  { words, cursor, perPage = pageSize, ...narrowing }: Asked,
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
  const named = (from: string | undefined) => (readsOthers(actor) ? withOneOf(keys, from) : servedBy(actor.id, from));
  const inWords = (batch: CustomerRecord[]) =>
    mayShow(batch.filter((customer) => isFoundBy(words, fieldsOf(customer))));
  // A rep's own are looked through for all that stands in them.
  const addressKey = readsOthers(actor) ? addressKeyToFind(words) : null;
  const looked = await Promise.all([
    keys.length === 0 ? nothing : upToAPage(after, named, inWords, perPage),
    addressKey === null ? nothing : upToAPage(after, (from) => withAddress(addressKey, from), inWords, perPage),
    isPhoneTail(words)
      ? upToAPage(after, (from) => withPhoneTail(deps, words.trim(), from), mayShow, perPage)
      : nothing,
  ]);
  // What one of them has not come to yet is found with the next page.
  const [upTo = null] = looked.flatMap((one) => one.upTo ?? []).sort();
  const found = new Map(looked.flatMap((one) => one.found).map((customer) => [customer._id, customer]));
  return { ...pageOf([...found.values()], upTo), audited };

  function pageOf(all: CustomerRecord[], upTo: string | null): Omit<FoundCustomers, "audited"> {
    const sorted = all.filter(({ _id }) => upTo === null || _id <= upTo).sort((a, b) => (a._id < b._id ? -1 : 1));
    const customers = sorted.slice(0, perPage);
    const isFull = sorted.length > perPage;
    const isCut = !isFull && upTo !== null;
    const nextCursor = isCut ? hidden(deps, actor, upTo) : isFull ? (customers.at(-1)?._id ?? null) : null;
    return { customers, nextCursor, isCut };
  }
}

/** Those of these customers that somebody may read. */
export const customersChosen = async (
  actor: MemberActor,
  customerIds: readonly string[],
  today: BusinessDay,
): Promise<CustomerRecord[]> =>
  shownTo(actor, {}, today)([...(await findStanding([...new Set(customerIds)])).values()]);

/**
 * What all that somebody may read is among, by id: their own; for whoever leads a unit, what is served by all who have ever belonged there, of
 * which the day says who is theirs now; everybody's for administrators and auditors.
 */
async function everyOne(
  actor: MemberActor,
  today: BusinessDay,
): Promise<(after: string | undefined) => Promise<Batch>> {
  if (actor.roles.includes("admin") || mayAuditCustomers(actor)) return everybodys;
  if (actor.leads.length === 0) return (after) => servedBy(actor.id, after);
  const units = await findUnits();
  const unitIds = actor.leads.flatMap((unitId) => unitAndBelow(units, unitId).map((unit) => unit.unitId));
  const memberIds = await membersOfUnitsDuring([...new Set(unitIds)], { from: "0000-01-01", to: today });
  const served = [...new Set([actor.id, ...memberIds])];
  return served.length > peopleMax ? everybodys : (after) => servedByOneOf(served, after);
}

async function everybodys(after = "0"): Promise<Batch> {
  const found = await CustomerModel.find({ _id: { $gt: after } })
    .sort({ _id: 1 })
    .limit(batchSize)
    .lean<CustomerRecord[]>();
  // Those that have become another are found as the other.
  return { ...batchOf(found), customers: found.filter(({ merged }) => !merged) };
}

/** Whoever has led more people looks through everybody's customers. */
const peopleMax = 50;

/** What one of these people serves, each read in the order of the ids: the index has them by person. */
async function servedByOneOf(memberIds: readonly string[], after: string | undefined): Promise<Batch> {
  const idsByPerson = await Promise.all(
    memberIds.map(async (servedByIds) => {
      const found = await CustomerModel.find(after ? { servedByIds, _id: { $gt: after } } : { servedByIds }, { _id: 1 })
        .sort({ _id: 1 })
        .limit(batchSize)
        .lean<{ _id: string }[]>();
      return found.map(({ _id }) => _id);
    }),
  );
  // Behind the last one of whoever has more, not all are known.
  const [knownTo = null] = idsByPerson.flatMap((ids) => (ids.length < batchSize ? [] : (ids.at(-1) ?? []))).sort();
  const known = [...new Set(idsByPerson.flat())].filter((_id) => knownTo === null || _id <= knownTo).sort();
  const ids = known.slice(0, batchSize);
  const customers = [...(await findStanding(ids)).values()];
  return { customers, next: known.length > batchSize ? (ids.at(-1) ?? null) : knownTo };
}

/** Those of some customers that somebody may read, as they are narrowed. */
const shownTo =
  (actor: MemberActor, narrowing: Narrowing, today: BusinessDay) =>
  async (looked: CustomerRecord[]): Promise<CustomerRecord[]> => {
    const customers = looked.filter(isWithin(narrowing));
    if (mayAuditCustomers(actor) || customers.length === 0) return customers;
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

/** The last one that was looked at may be nobody's whom the reader may see: its id says nothing to them. */
function hidden({ fieldKeys }: Pick<Deps, "fieldKeys">, actor: MemberActor, customerId: string): string {
  return hiddenMark + (fieldKeys.all.length === 0 ? customerId : encrypt(fieldKeys, placeIn(actor), customerId));
}

/** After which customer it goes on; what somebody has typed leads to the first page. */
function placeOf(
  { fieldKeys }: Pick<Deps, "fieldKeys">,
  actor: MemberActor,
  cursor: string | undefined,
): string | undefined {
  if (!cursor?.startsWith(hiddenMark)) return cursor;
  const said = cursor.slice(hiddenMark.length);
  if (fieldKeys.all.length === 0) return said;
  try {
    return decrypt(fieldKeys, placeIn(actor), said);
  } catch (error) {
    if (error instanceof FieldError) return undefined;
    throw error;
  }
}

/** Whether customers of others may be theirs to read: all others serve what they read. */
const readsOthers = (actor: MemberActor): boolean =>
  actor.leads.length > 0 || actor.roles.includes("admin") || mayAuditCustomers(actor);

interface Batch {
  customers: CustomerRecord[];
  /** Where the next one begins; null where there is none. */
  next: string | null;
}

interface Looked {
  /** In the order of their ids. */
  found: CustomerRecord[];
  /** Up to this one all were looked at; null: to the end. */
  upTo: string | null;
}

const nothing: Looked = { found: [], upTo: null };

/** Reads on until there is more than a page of what may be shown, nothing is left, or so much was read that another request goes on. */
async function upToAPage(
  cursor: string | undefined,
  read: (after: string | undefined) => Promise<Batch>,
  keep: (customers: CustomerRecord[]) => Promise<CustomerRecord[]>,
  perPage: number,
): Promise<Looked> {
  const found: CustomerRecord[] = [];
  let after = cursor;
  for (let batches = 1; ; batches += 1) {
    const { customers, next } = await read(after);
    found.push(...(await keep(customers)));
    if (next === null || found.length > perPage || batches === batchesMax) return { found, upTo: next };
    after = next;
  }
}

const batchOf = (customers: CustomerRecord[]): Batch => ({
  customers,
  next: customers.length < batchSize ? null : (customers.at(-1)?._id ?? null),
});

async function withOneOf(keys: readonly string[], after: string | undefined): Promise<Batch> {
  const searchKeys = keys.length === 1 ? keys[0] : { $in: [...keys] };
  return batchOf(
    await CustomerModel.find(after ? { searchKeys, _id: { $gt: after } } : { searchKeys })
      .sort({ _id: 1 })
      .limit(batchSize)
      .lean<CustomerRecord[]>(),
  );
}

async function withAddress(addressKeys: string, after: string | undefined): Promise<Batch> {
  return batchOf(
    await CustomerModel.find(after ? { addressKeys, _id: { $gt: after } } : { addressKeys })
      .sort({ _id: 1 })
      .limit(batchSize)
      .lean<CustomerRecord[]>(),
  );
}

async function servedBy(servedByIds: string, after: string | undefined): Promise<Batch> {
  return batchOf(
    await CustomerModel.find(after ? { servedByIds, _id: { $gt: after } } : { servedByIds })
      .sort({ _id: 1 })
      .limit(batchSize)
      .lean<CustomerRecord[]>(),
  );
}

async function withPhoneTail(deps: Pick<Deps, "fieldKeys">, tail: string, after: string | undefined): Promise<Batch> {
  const { customerIds, next } = await customerIdsByPhoneTail(deps, tail, { after, max: batchSize });
  return { customers: [...(await findStanding(customerIds)).values()], next };
}

const isPhoneTail = (words: string): boolean => /^\d{4}$/.test(words.trim());

const fieldsOf = ({ name, shortName, initials, sites, ...numbered }: CustomerRecord) => ({
  texts: [name, shortName, ...sites.map(({ address }) => address)],
  initials: initials ?? "",
  numbers: numbersOf(numbered),
  phoneTails: [],
});
