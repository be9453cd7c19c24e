import type { QueryOf } from "@shared/contracts";
import { type PinStatus, pinStatuses } from "@shared/domain/customerMerge";
import type { CustomerRecord } from "./customerModel";
import { pinOf } from "./searchFields";

/** What a list of customers is narrowed to. */
export type Narrowing = Pick<QueryOf<"customers.list">, "grade" | "pin">;

/** How the pin of a customer is known that is known worst; null: a place has none, or there is no place. */
export function worstPin({ sites }: Pick<CustomerRecord, "sites">): PinStatus | null {
  if (sites.length === 0 || sites.some((site) => pinOf(site) === null)) return null;
  return pinStatuses.find((status) => sites.some(({ pinStatus }) => pinStatus === status)) ?? null;
}

/** Whether a customer is among what a list is narrowed to. */
export const isWithin =
  ({ grade, pin }: Narrowing) =>
  (customer: Pick<CustomerRecord, "grade" | "sites">): boolean =>
    (grade === undefined || customer.grade === grade) && (pin === undefined || (worstPin(customer) ?? "none") === pin);
