import type { AnswerOf } from "@shared/contracts";
import type { Actor } from "@shared/domain/actor";
import { ownersOn } from "@shared/domain/customer";
import { isFoundBy, keysToFind } from "@shared/domain/customerSearch";
import type { BusinessDay } from "@shared/domain/time";
import type { Deps } from "../../deps";
import { findMembers } from "../members";
import { customerIdsByPhoneTail } from "./contacts";
import { CustomerModel, type CustomerRecord } from "./customerModel";
import { findCustomers } from "./customers";
import { readOwners, spansOf } from "./ownership";
import { mayAuditCustomers, mayReadCustomer } from "./policy";
import { numbersOf } from "./searchFields";

const pageSize = 50;

interface Found {
  page: AnswerOf<"customers.find">;
  /** Shown to somebody who reads all of them by office. */
  audited: boolean;
}

/**
 * A page of the customers that the words find, among those that the person may read. Who may read which follows from owners and units
 * by the day, which no index holds: a page of the index is read, and what is not theirs is left out, so that a page may be short.
 */
export async function findByWords(
  deps: Pick<Deps, "fieldKeys">,
  actor: Actor,
  { words, cursor }: { words: string; cursor?: string | undefined },
  today: BusinessDay,
): Promise<Found> {
  const audited = mayAuditCustomers(actor);
  const [candidates, byPhone] = await Promise.all([
    withOneOf(keysToFind(words), cursor),
    // These are few: with the first page.
    cursor === undefined && isPhoneTail(words) ? customerIdsByPhoneTail(deps, words.trim()) : [],
  ]);
  const last = candidates.length > pageSize ? candidates[pageSize - 1] : undefined;
  const named = candidates.slice(0, pageSize).filter((customer) => isFoundBy(words, fieldsOf(customer)));
  const ofPhone = await findCustomers(byPhone);
  const matching = [...ofPhone.values(), ...named.filter(({ _id }) => !ofPhone.has(_id))];
  const ownersOf = (customer: CustomerRecord) => ownersOn(spansOf(customer), today);
  const { unitPaths } = await readOwners(matching.flatMap(ownersOf), today);
  const shown = matching.filter(
    (customer) => audited || mayReadCustomer(actor, { owners: ownersOf(customer), unitPaths }, customer.servedByIds),
  );
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
  return { page: { items, nextCursor: last?._id ?? null }, audited };
}

/** @returns one more than a page where there are more */
function withOneOf(keys: readonly string[], cursor: string | undefined): Promise<CustomerRecord[]> {
  if (keys.length === 0) return Promise.resolve([]);
  const searchKeys = keys.length === 1 ? keys[0] : { $in: [...keys] };
  return CustomerModel.find(cursor ? { searchKeys, _id: { $gt: cursor } } : { searchKeys })
    .sort({ _id: 1 })
    .limit(pageSize + 1)
    .lean<CustomerRecord[]>();
}

const isPhoneTail = (words: string): boolean => /^\d{4}$/.test(words.trim());

const fieldsOf = ({ name, shortName, initials, externalIds }: CustomerRecord) => ({
  texts: [name, shortName],
  initials: initials ?? "",
  numbers: numbersOf(externalIds),
  phoneTails: [],
});
