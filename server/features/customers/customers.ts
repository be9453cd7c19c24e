import { AppError } from "@shared/errors";
import { byId } from "../../db";
import type { Deps } from "../../deps";
import { perProcess } from "../../lib/perProcess";
import { ShortCache } from "../../lib/shortCache";
import { CustomerModel, type CustomerRecord } from "./customerModel";

const customerRecords = byId<CustomerRecord>(CustomerModel);

/** One customer. @throws AppError "customer.unknown" */
export async function findCustomer(customerId: string): Promise<CustomerRecord> {
  const customer = await customerRecords.get(customerId);
  if (!customer) throw new AppError("customer.unknown", `no customer ${customerId}`);
  return customer;
}

/** The customers with these ids; unknown ids are left out. */
export async function findCustomers(customerIds: readonly string[]): Promise<Map<string, CustomerRecord>> {
  const found = await Promise.all(customerIds.map((customerId) => customerRecords.get(customerId)));
  return new Map(found.flatMap((customer) => (customer ? [[customer._id, customer] as const] : [])));
}

/** Customers as they were at most 5 s ago: for taps, which need their pin and who serves them. */
export const customersNow = perProcess(({ realNow }: Pick<Deps, "realNow" | "caches">) => {
  const cache = new ShortCache<CustomerRecord>({ realNow, keptMs: 5_000, entriesMax: 5_000 });
  return {
    /** @throws AppError "customer.unknown" */
    find: (customerId: string): Promise<CustomerRecord> => cache.get(customerId, () => findCustomer(customerId)),
    forget: (customerId: string): void => cache.forget(customerId),
  };
});

const pageSize = 200;

/** A page of the customers that a member owns or co-serves now, by id. */
export async function pageOfCustomers(
  memberId: string,
  cursor: string | undefined,
): Promise<{ customers: CustomerRecord[]; nextCursor: string | null }> {
  const customers = await CustomerModel.find(
    cursor ? { servedByIds: memberId, _id: { $gt: cursor } } : { servedByIds: memberId },
  )
    // Not by the array: its order is that of its smallest element.
    .sort({ _id: 1 })
    .limit(pageSize + 1)
    .lean<CustomerRecord[]>();
  const page = customers.slice(0, pageSize);
  return { customers: page, nextCursor: customers.length > pageSize ? (page.at(-1)?._id ?? null) : null };
}

/** Short names by customer id. */
export async function customerNames(customerIds: readonly string[]): Promise<Map<string, string>> {
  const customers = await CustomerModel.find({ _id: { $in: [...customerIds] } }, { shortName: 1 }).lean<
    Pick<CustomerRecord, "_id" | "shortName">[]
  >();
  return new Map(customers.map((customer) => [customer._id, customer.shortName]));
}
