import type { ClientSession } from "mongoose";
import type { NewCustomerFact } from "@shared/domain/pay";
import { claimKey, keyTaken } from "../../db";
import type { Deps } from "../../deps";
import { perProcess } from "../../lib/perProcess";
import { newCustomerFact, type SaleFactTerms } from "./saleFact";
import type { SaleRecord } from "./saleModel";

/** One first order per customer, for ever: also when two are confirmed in the same moment. */
export const newCustomerKeyOf = (customerId: string) => `newCustomer:${customerId}`;

/** Customers that are known to have had a first order, which they keep for ever. */
const customersWithOrders = perProcess<Pick<Deps, "caches">, Set<string>>(() => new Set());
const customersMax = 50_000;

/** The fact that this order was the customer's first; null where another was. */
export async function newCustomerOf(
  deps: Pick<Deps, "caches">,
  sale: SaleRecord,
  decision: SaleFactTerms,
): Promise<{ fact: NewCustomerFact; claim(session: ClientSession): Promise<void> } | null> {
  const key = newCustomerKeyOf(sale.customerId);
  const had = customersWithOrders(deps);
  if (had.has(sale.customerId)) return null;
  if (await keyTaken(key)) {
    if (had.size >= customersMax) had.clear();
    had.add(sale.customerId);
    return null;
  }
  return { fact: newCustomerFact(sale, decision), claim: (session) => claimKey(key, sale._id, session) };
}
