import type { ClientSession } from "mongoose";
import type { NewCustomerFact } from "@shared/domain/pay";
import { claimKey, keyTaken } from "../../db";
import { newCustomerFact, type SaleDecision } from "./saleFact";
import type { SaleRecord } from "./saleModel";

/** One first order per customer, for ever: also when two are confirmed in the same moment. */
export const newCustomerKeyOf = (customerId: string) => `newCustomer:${customerId}`;

/** The fact that this order was the customer's first; null where another was. */
export async function newCustomerOf(
  sale: SaleRecord,
  decision: SaleDecision,
): Promise<{ fact: NewCustomerFact; claim(session: ClientSession): Promise<void> } | null> {
  const key = newCustomerKeyOf(sale.customerId);
  if (await keyTaken(key)) return null;
  return { fact: newCustomerFact(sale, decision), claim: (session) => claimKey(key, sale._id, session) };
}
