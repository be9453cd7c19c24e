import type { ClientSession } from "mongoose";
import type { NewCustomerFact } from "@shared/domain/pay";
import { claimKey, ownerOfKey, releaseKey } from "../../db";
import type { Deps } from "../../deps";
import { perProcess } from "../../lib/perProcess";
import { newCustomerFact, type SaleFactTerms } from "./saleFact";
import type { SaleRecord } from "./saleModel";

/** One first order per customer, for ever: also when two are confirmed in the same moment. */
export const newCustomerKeyOf = (customerId: string) => `newCustomer:${customerId}`;

/** What is known of the first order of one of a customer's ids. */
interface FirstOrder {
  customerId: string;
  /** What holds its key; null where nothing does. */
  heldBy: string | null;
  /** The id under which that order is kept. */
  soldToId: string | null;
}

/** No id has a space: nobody's sale is called so. */
const heldForPrefix = "for ";

/** A key is held by its order; that of a customer by whose other id the order is kept says so, for them to be told apart after an undo. */
async function firstOrdersOf(customerIds: readonly string[]): Promise<FirstOrder[]> {
  const holders = await Promise.all(customerIds.map((id) => ownerOfKey(newCustomerKeyOf(id))));
  return customerIds.map((customerId, n) => {
    const heldBy = holders[n] ?? null;
    const soldToId = heldBy?.startsWith(heldForPrefix) ? heldBy.slice(heldForPrefix.length) : heldBy && customerId;
    return { customerId, heldBy, soldToId };
  });
}

/** Whether the order is one of this customer: not where it was one of another that had become this one until that was undone. */
const isOfOneOf = (customerIds: readonly string[], { soldToId }: FirstOrder): boolean =>
  soldToId !== null && customerIds.includes(soldToId);

/** Whether a customer has had a first order. @param customerIds all its ids */
export async function hadFirstOrder(customerIds: readonly string[]): Promise<boolean> {
  return (await firstOrdersOf(customerIds)).some((first) => isOfOneOf(customerIds, first));
}

/** Customers that are known to have had a first order, which they keep for ever. */
const customersWithOrders = perProcess<Pick<Deps, "caches">, Set<string>>(() => new Set());
const customersMax = 50_000;

/** The fact that this order was the customer's first, under whatever id it was known; null where another was. */
export async function newCustomerOf(
  deps: Pick<Deps, "caches">,
  sale: SaleRecord,
  decision: SaleFactTerms,
): Promise<{ fact: NewCustomerFact; claim(session: ClientSession): Promise<void> } | null> {
  const had = customersWithOrders(deps);
  const { customerIds } = decision;
  if (customerIds.some((id) => had.has(id))) return null;
  const firsts = await firstOrdersOf(customerIds);
  if (firsts.some((first) => isOfOneOf(customerIds, first))) {
    if (had.size >= customersMax) had.clear();
    for (const { customerId, soldToId } of firsts) if (soldToId === customerId) had.add(customerId);
    return null;
  }
  const strangers = firsts.flatMap(({ customerId, heldBy }) =>
    heldBy === null ? [] : [{ key: newCustomerKeyOf(customerId), heldBy }],
  );
  // The key of the one that stands for all decides between two orders; its own stays with it where it stands for itself again.
  const [standingId] = customerIds;
  return {
    fact: newCustomerFact(sale, decision),
    claim: async (session) => {
      for (const { key, heldBy } of strangers) await releaseKey(key, session, heldBy);
      await claimKey(newCustomerKeyOf(sale.customerId), sale._id, session);
      if (standingId !== sale.customerId)
        await claimKey(newCustomerKeyOf(standingId), `${heldForPrefix}${sale.customerId}`, session);
    },
  };
}
