import type { AnswerOf } from "@shared/contracts";
import type { MemberActor } from "@shared/domain/actor";
import { ownersOn } from "@shared/domain/customer";
import { addressKeyToFind, isFoundBy, keysToFind } from "@shared/domain/customerSearch";
import type { BusinessDay } from "@shared/domain/time";
import { decrypt, encrypt, FieldError } from "../../db/encryptedFields";
import type { Deps } from "../../deps";
import { findMembers } from "../members";
import { customerIdsByPhoneTail } from "./contacts";
import { CustomerModel, type CustomerRecord } from "./customerModel";
import { findStanding } from "./customers";
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

/**
 * A page of the customers that the words find, among those that the person may read, by id. It is full where there are more, and goes
 * on after the last one that is shown; or it is cut where so many were looked through, and goes on behind those. A rep's own are looked
 * through themselves; whoever leads a unit or reads all is answered from an index of all: who leads whom follows from the day, which no
 * index holds.
 * @param cursor as the last page gave it
 */
export async function findByWords(
  deps: Pick<Deps, "fieldKeys">,
  actor: MemberActor,
  { words, cursor }: { words: string; cursor?: string | undefined },
  today: BusinessDay,
): Promise<Found> {
  const audited = mayAuditCustomers(actor);
  const ownersOf = (customer: CustomerRecord) => ownersOn(spansOf(customer), today);
  const mayShow = async (customers: CustomerRecord[]): Promise<CustomerRecord[]> => {
    if (audited || customers.length === 0) return customers;
    const { unitPaths } = await readOwners(customers.flatMap(ownersOf), today);
    return customers.filter((customer) =>
      mayReadCustomer(actor, { owners: ownersOf(customer), unitPaths }, customer.servedByIds),
    );
  };
  const keys = keysToFind(words);
  const after = placeOf(deps, actor, cursor);
  const named = (from: string | undefined) => (readsOthers(actor) ? withOneOf(keys, from) : servedBy(actor.id, from));
  const inWords = (batch: CustomerRecord[]) =>
    mayShow(batch.filter((customer) => isFoundBy(words, fieldsOf(customer))));
  // A rep's own are looked through for all that stands in them.
  const addressKey = readsOthers(actor) ? addressKeyToFind(words) : null;
  const looked = await Promise.all([
    keys.length === 0 ? nothing : upToAPage(after, named, inWords),
    addressKey === null ? nothing : upToAPage(after, (from) => withAddress(addressKey, from), inWords),
    isPhoneTail(words) ? upToAPage(after, (from) => withPhoneTail(deps, words.trim(), from), mayShow) : nothing,
  ]);
  // What one of them has not come to yet is found with the next page.
  const [upTo = null] = looked.flatMap((one) => one.upTo ?? []).sort();
  const found = new Map(looked.flatMap((one) => one.found).map((customer) => [customer._id, customer]));
  const sorted = [...found.values()]
    .filter(({ _id }) => upTo === null || _id <= upTo)
    .sort((a, b) => (a._id < b._id ? -1 : 1));
  const shown = sorted.slice(0, pageSize);
  const isFull = sorted.length > pageSize;
  const isCut = !isFull && upTo !== null;
  const members = await findMembers(shown.flatMap(ownersOf).map(({ memberId }) => memberId));
  const items = shown.map((customer) => ({
    customerId: customer._id,
    name: customer.name,
    shortName: customer.shortName,
    grade: customer.grade,
    stage: customer.stage,
    address: customer.sites[0]?.address ?? null,
    ownerNames: ownersOf(customer).flatMap(({ memberId }) => members.get(memberId)?.name ?? []),
  }));
  const nextCursor = isCut ? hidden(deps, actor, upTo) : isFull ? (shown.at(-1)?._id ?? null) : null;
  return { page: { items, nextCursor, ...(isCut && { isCut }) }, audited };
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
): Promise<Looked> {
  const found: CustomerRecord[] = [];
  let after = cursor;
  for (let batches = 1; ; batches += 1) {
    const { customers, next } = await read(after);
    found.push(...(await keep(customers)));
    if (next === null || found.length > pageSize || batches === batchesMax) return { found, upTo: next };
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
