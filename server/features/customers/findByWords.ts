import type { AnswerOf } from "@shared/contracts";
import type { MemberActor } from "@shared/domain/actor";
import { ownersOn } from "@shared/domain/customer";
import { isFoundBy, keysToFind } from "@shared/domain/customerSearch";
import type { BusinessDay } from "@shared/domain/time";
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

interface Found {
  page: AnswerOf<"customers.find">;
  /** Shown to somebody who reads all of them by office. */
  audited: boolean;
}

/**
 * A page of the customers that the words find, among those that the person may read, by id. It is full where there are more, and goes
 * on after the last one that is shown. A rep's own are looked through themselves; whoever leads a unit or reads all is answered from an
 * index of all, whose batches are read on until the page is full: who leads whom follows from the day, which no index holds.
 * @param cursor the id of the last one that was shown
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
  const named = (after: string | undefined) =>
    readsOthers(actor) ? withOneOf(keys, after) : servedBy(actor.id, after);
  const [byName, byPhone] = await Promise.all([
    keys.length === 0
      ? []
      : upToAPage(cursor, named, (batch) => mayShow(batch.filter((customer) => isFoundBy(words, fieldsOf(customer))))),
    isPhoneTail(words) ? upToAPage(cursor, (after) => withPhoneTail(deps, words.trim(), after), mayShow) : [],
  ]);
  const found = [...new Map([...byName, ...byPhone].map((customer) => [customer._id, customer])).values()];
  const sorted = found.sort((a, b) => (a._id < b._id ? -1 : 1));
  const shown = sorted.slice(0, pageSize);
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
  return { page: { items, nextCursor: sorted.length > pageSize ? (shown.at(-1)?._id ?? null) : null }, audited };
}

/** Whether customers of others may be theirs to read: all others serve what they read. */
const readsOthers = (actor: MemberActor): boolean =>
  actor.leads.length > 0 || actor.roles.includes("admin") || mayAuditCustomers(actor);

interface Batch {
  customers: CustomerRecord[];
  /** Where the next one begins; null where there is none. */
  next: string | null;
}

/** Reads on until there is one more than a page of what may be shown, or nothing is left. */
async function upToAPage(
  cursor: string | undefined,
  read: (after: string | undefined) => Promise<Batch>,
  keep: (customers: CustomerRecord[]) => Promise<CustomerRecord[]>,
): Promise<CustomerRecord[]> {
  const found: CustomerRecord[] = [];
  let after = cursor;
  for (;;) {
    const { customers, next } = await read(after);
    found.push(...(await keep(customers)));
    if (next === null || found.length > pageSize) return found.slice(0, pageSize + 1);
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

const fieldsOf = ({ name, shortName, initials, externalIds }: CustomerRecord) => ({
  texts: [name, shortName],
  initials: initials ?? "",
  numbers: numbersOf(externalIds),
  phoneTails: [],
});
