import { type Comparable, suspicion } from "@shared/domain/duplicates";
import { nameForm, sameNameKey } from "@shared/domain/customerSearch";
import type { SameBy } from "@shared/domain/customerSame";
import type { CustomerRecord } from "./customerModel";
import { CustomerModel } from "./customerModel";
import { ContactModel, type ContactRecord } from "./contactModel";
import { pinOf } from "./searchFields";

const batchSize = 200;
/** A number or name that so many have is a switchboard's or a kind of shop: the first of them are enough to ask about. */
const candidatesMax = 2_000;

export interface Double {
  customers: [CustomerRecord, CustomerRecord];
  sameBy: SameBy[];
}

/** All pairs of clients that may be one, some at a time: a company's whole list is read once, by id. */
export async function* findDoubles(): AsyncGenerator<Double[]> {
  for (let after = ""; ;) {
    const batch = await CustomerModel.find({ _id: { $gt: after } })
      .sort({ _id: 1 })
      .limit(batchSize)
      .lean<CustomerRecord[]>();
    // With those that come after it by id: so each pair is found once.
    yield await doublesOf(
      batch.filter(({ merged }) => !merged),
      (customer, other) => customer._id < other._id,
    );
    const last = batch.at(-1);
    if (!last || batch.length < batchSize) return;
    after = last._id;
  }
}

/** The pairs that one client is in, each by id; none where it has become another. */
export async function doublesWith(customerId: string): Promise<Double[]> {
  const [customer] = await CustomerModel.find({ _id: customerId }).lean<CustomerRecord[]>();
  if (!customer || customer.merged) return [];
  const found = await doublesOf([customer], (one, other) => one._id !== other._id);
  return found.map(({ customers: [a, b], sameBy }) => ({ customers: a._id < b._id ? [a, b] : [b, a], sameBy }));
}

type ArePaired = (customer: CustomerRecord, other: CustomerRecord) => boolean;

async function doublesOf(batch: readonly CustomerRecord[], arePaired: ArePaired): Promise<Double[]> {
  const names = batch.flatMap(({ name, shortName }) => [name, shortName]).filter((name) => nameForm(name).length >= 2);
  const codes = batch.flatMap(({ creditCode }) => creditCode ?? []);
  const phones = await phonesOf(batch.map(({ _id }) => _id));
  const numbers = [...new Set([...phones.values()].flat())];
  const sharing = await ContactModel.find({ phoneIndex: { $in: numbers } }, { customerId: 1 })
    .limit(candidatesMax)
    .lean<Pick<ContactRecord, "customerId">[]>();
  const alike = await Promise.all(
    [
      { searchKeys: { $in: [...new Set(names.map(sameNameKey))] } },
      { creditCode: { $in: codes } },
      { _id: { $in: [...new Set(sharing.map(({ customerId }) => customerId))] } },
    ].map((filter) => CustomerModel.find(filter).limit(candidatesMax).lean<CustomerRecord[]>()),
  );
  const standing = alike.flat().filter(({ merged }) => !merged);
  const others = new Map(standing.map((customer) => [customer._id, customer]));
  const phonesOfOthers = await phonesOf([...others.keys()]);
  const comparable = (customer: CustomerRecord): Comparable => ({
    customerId: customer._id,
    ...{ name: customer.name, shortName: customer.shortName, creditCode: customer.creditCode ?? null },
    phones: phones.get(customer._id) ?? phonesOfOthers.get(customer._id) ?? [],
    pins: customer.sites.flatMap((site) => pinOf(site) ?? []),
  });
  return batch.flatMap((customer) =>
    [...others.values()].flatMap((other): Double[] => {
      if (!arePaired(customer, other)) return [];
      const sameBy = suspicion(comparable(customer), comparable(other));
      return sameBy.length === 0 ? [] : [{ customers: [customer, other], sameBy }];
    }),
  );
}

/** By customer, as they are kept for finding: equal numbers of one key are equal. */
async function phonesOf(customerIds: readonly string[]): Promise<Map<string, string[]>> {
  const found = await ContactModel.find(
    { customerId: { $in: [...customerIds] } },
    { customerId: 1, phoneIndex: 1 },
  ).lean<Pick<ContactRecord, "customerId" | "phoneIndex">[]>();
  const phones = new Map<string, string[]>();
  for (const { customerId, phoneIndex } of found)
    if (phoneIndex) phones.set(customerId, [...(phones.get(customerId) ?? []), phoneIndex]);
  return phones;
}
