import type { ClientSession } from "mongoose";
import type { NewCustomerFact } from "@shared/domain/pay";
import { claimKey, keyTaken } from "../../db";
import type { Deps } from "../../deps";
import { perProcess } from "../../lib/perProcess";
import { newCustomerFact, type SaleFactTerms } from "./saleFact";
import type { SaleRecord } from "./saleModel";

/** One first order per customer, for ever: also when two are confirmed in the same moment. */
export const newCustomerKeyOf = (customerId: string) => `newCustomer:${customerId}`;

/** Whether a customer has had a first order. @param customerIds all its ids */
export async function hadFirstOrder(customerIds: readonly string[]): Promise<boolean> {
  return (await Promise.all(customerIds.map((id) => keyTaken(newCustomerKeyOf(id))))).includes(true);
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
  const taken = await Promise.all(customerIds.map((id) => keyTaken(newCustomerKeyOf(id))));
  if (taken.includes(true)) {
    if (had.size >= customersMax) had.clear();
    for (const [n, id] of customerIds.entries()) if (taken[n]) had.add(id);
    return null;
  }
  // The key of the one that stands for all decides between two orders; its own stays with it where it stands for itself again.
  const keys = [...new Set([customerIds[0], sale.customerId])].map(newCustomerKeyOf);
  return {
    fact: newCustomerFact(sale, decision),
    claim: async (session) => {
      for (const key of keys) await claimKey(key, sale._id, session);
    },
  };
}
