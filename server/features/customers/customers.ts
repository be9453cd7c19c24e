import type { BusinessDay } from "@shared/domain/time";
import { AppError } from "@shared/errors";
import { byId } from "../../db";
import type { Deps } from "../../deps";
import { perProcess } from "../../lib/perProcess";
import { ShortCache } from "../../lib/shortCache";
import { CustomerModel, type CustomerRecord } from "./customerModel";
import { placeInOrder } from "./searchFields";

const customerRecords = byId<CustomerRecord>(CustomerModel);

/** A customer as its own document says, also where it has become another. @throws AppError "customer.unknown" */
export async function findCustomerItself(customerId: string): Promise<CustomerRecord> {
  const customer = await customerRecords.get(customerId);
  if (!customer) throw new AppError("customer.unknown", `no customer ${customerId}`);
  return customer;
}

/** One customer; for one that has become another, the other. @throws AppError "customer.unknown" */
export async function findCustomer(customerId: string): Promise<CustomerRecord> {
  const customer = await findCustomerItself(customerId);
  return customer.merged ? findCustomer(customer.merged.intoId) : customer;
}

/** The customers with these ids, by the ids that were asked for, as `findCustomer`; unknown ones are left out. */
export async function findCustomers(customerIds: readonly string[]): Promise<Map<string, CustomerRecord>> {
  const found = await Promise.all(
    customerIds.map(async (customerId) => {
      const customer = await customerRecords.get(customerId);
      return customer?.merged ? findCustomer(customer.merged.intoId) : customer;
    }),
  );
  return new Map(customerIds.flatMap((customerId, n) => (found[n] ? [[customerId, found[n]] as const] : [])));
}

/** The customers with these ids as their own documents say; unknown ones are left out. */
export async function findThemselves(customerIds: readonly string[]): Promise<CustomerRecord[]> {
  const found = await Promise.all(customerIds.map((customerId) => customerRecords.get(customerId)));
  return found.flatMap((customer) => customer ?? []);
}

/** Those of them that stand for themselves: what is known of one that has become another is known of the other. */
export async function findStanding(customerIds: readonly string[]): Promise<Map<string, CustomerRecord>> {
  const found = await findThemselves(customerIds);
  return new Map(found.filter(({ merged }) => !merged).map((customer) => [customer._id, customer]));
}

/** The ids under which a customer's visits, check-ins and sales are kept: its own, and those of clients that have become this one. */
export const idsOf = ({ _id, mergedIds }: Pick<CustomerRecord, "_id" | "mergedIds">): [string, ...string[]] => [
  _id,
  ...(mergedIds ?? []),
];

/** Customers as they were at most 5 s ago: for taps, which need their pin and who serves them. */
export const customersNow = perProcess(({ realNow }: Pick<Deps, "realNow" | "caches">) => {
  const cache = new ShortCache<CustomerRecord>({ realNow, keptMs: 5_000, entriesMax: 5_000 });
  const find = (customerId: string): Promise<CustomerRecord> =>
    cache.get(customerId, () => findCustomerItself(customerId));
  const placeOn = async (
    customerId: string,
    siteId: string,
    on: BusinessDay,
  ): Promise<{ customer: CustomerRecord; site: Site | undefined }> => {
    const customer = await find(customerId);
    const { merged } = customer;
    if (merged && on > merged.on) return placeOn(merged.intoId, siteAfter(merged, siteId), on);
    const back = givenBack(customer, siteId);
    if (!back) return { customer, site: siteOfId(customer, siteId) };
    // Tapped while they were one, it is kept as if it had come at once.
    const { site } = await placeOn(back.customerId, back.siteId, on);
    return { customer, site: site && { ...site, siteId } };
  };
  return {
    /**
     * A place of a customer on a day; of a day on which the customer was another already, the other's: a phone may have kept the tap
     * since before it heard of that. A place that it had while another was one with it is still known by the id that it had here.
     * @throws AppError "customer.unknown"
     */
    placeOn,
    forget: (customerId: string): void => cache.forget(customerId),
  };
});

type Site = CustomerRecord["sites"][number];
type Merged = NonNullable<CustomerRecord["merged"]>;

const siteOfId = ({ sites }: CustomerRecord, siteId: string): Site | undefined =>
  sites.find((site) => site.siteId === siteId);

const siteAfter = ({ sites }: Merged, siteId: string): string =>
  sites.find((site) => site.siteId === siteId)?.asSiteId ?? siteId;

/** A place that another client got back when their merge was undone, by the id that it had here; null for an own one. */
function givenBack(customer: CustomerRecord, siteId: string): { customerId: string; siteId: string } | null {
  const former = (customer.formerSites ?? []).find((site) => site.siteId === siteId);
  return former && !siteOfId(customer, siteId) ? { customerId: former.otherId, siteId: former.otherSiteId } : null;
}

/** A place as it is now, by the ids by which it was known at any time. @throws AppError "customer.unknown" */
export async function findPlace(
  customerId: string,
  siteId: string,
): Promise<{ customer: CustomerRecord; site: Site | undefined }> {
  const customer = await findCustomerItself(customerId);
  const { merged } = customer;
  if (merged) return findPlace(merged.intoId, siteAfter(merged, siteId));
  const back = givenBack(customer, siteId);
  return back ? findPlace(back.customerId, back.siteId) : { customer, site: siteOfId(customer, siteId) };
}

/** Where the places of clients that have become this one were known before, and as which each is known now. */
export async function formerPlacesOf({
  mergedIds,
}: Pick<CustomerRecord, "mergedIds">): Promise<{ customerId: string; siteId: string; asSiteId: string }[]> {
  const become = new Map((await findThemselves(mergedIds ?? [])).map((customer) => [customer._id, customer]));
  const nowOf = (customerId: string, siteId: string): string => {
    const merged = become.get(customerId)?.merged;
    return merged ? nowOf(merged.intoId, siteAfter(merged, siteId)) : siteId;
  };
  return [...become.values()].flatMap((customer) =>
    customer.sites.map(({ siteId }) => ({ customerId: customer._id, siteId, asSiteId: nowOf(customer._id, siteId) })),
  );
}

const pageSize = 200;

/** A page of the customers that a member owns or co-serves now, in the order of their names. */
export async function pageOfCustomers(
  memberId: string,
  cursor: string | undefined,
): Promise<{ customers: CustomerRecord[]; nextCursor: string | null }> {
  const after = placeInOrder(cursor);
  const customers = await CustomerModel.find(
    after ? { servedByIds: memberId, sortKey: { $gt: after } } : { servedByIds: memberId },
  )
    .sort({ sortKey: 1 })
    .limit(pageSize + 1)
    .lean<CustomerRecord[]>();
  const page = customers.slice(0, pageSize);
  return { customers: page, nextCursor: customers.length > pageSize ? (page.at(-1)?.sortKey ?? null) : null };
}

/** More are not counted one by one. */
const countedMax = 20_000;

/** How many clients stand for themselves. */
export async function countCustomers(): Promise<{ count: number; isWhole: boolean }> {
  const limit = countedMax + 1;
  // Those that have become another are found as the other; both are counted by an index alone.
  const [all, merged] = await Promise.all([
    CustomerModel.countDocuments({ _id: { $gte: "0" } }, { limit }),
    CustomerModel.countDocuments({ "merged.on": { $gte: "0" } }, { limit }),
  ]);
  return { count: all - merged, isWhole: all <= countedMax };
}

/** How many customers a member owns or co-serves now. */
export const countCustomersServedBy = (memberId: string): Promise<number> =>
  CustomerModel.countDocuments({ servedByIds: memberId });

/** Short names by customer id. */
export async function customerNames(customerIds: readonly string[]): Promise<Map<string, string>> {
  const customers = await CustomerModel.find({ _id: { $in: [...customerIds] } }, { shortName: 1 }).lean<
    Pick<CustomerRecord, "_id" | "shortName">[]
  >();
  return new Map(customers.map((customer) => [customer._id, customer.shortName]));
}
