import type { ClientSession } from "mongoose";
import { insert } from "../../db";
import { CustomerModel, type CustomerRecord } from "./customerModel";

/** Adds a customer with its sites and owners. */
export function addCustomer(
  customer: Omit<CustomerRecord, "schemaVersion" | "revision">,
  session: ClientSession,
): Promise<void> {
  return insert(CustomerModel, { ...customer, revision: 1 }, session);
}
