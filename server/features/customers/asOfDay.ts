import { ownersOn, type OwnerShare } from "@shared/domain/customer";
import type { BusinessDay } from "@shared/domain/time";
import type { CustomerRecord } from "./customerModel";
import { findCustomer, findCustomerItself, findThemselves, idsOf } from "./customers";
import { spansOf } from "./ownership";

/*
 * A client that has become another was one of its own until the day of the merge: whatever is of such a day goes by its own owners,
 * whenever it is heard of.
 */

/** The customer under which something of a day is kept, by the id that it is named with. @throws AppError "customer.unknown" */
export async function customerOn(customerId: string, day: BusinessDay): Promise<CustomerRecord> {
  const customer = await findCustomerItself(customerId);
  const { merged } = customer;
  return merged && day > merged.on ? customerOn(merged.intoId, day) : customer;
}

/** Who owned a customer on a day, and all ids that it is known by now, see `idsOf`. @throws AppError "customer.unknown" */
export async function ownersOfDay(
  customerId: string,
  day: BusinessDay,
): Promise<{ owners: OwnerShare[]; customerIds: [string, ...string[]] }> {
  const customer = await customerOn(customerId, day);
  const standing = customer.merged ? await findCustomer(customer._id) : customer;
  return { owners: ownersOn(spansOf(customer), day), customerIds: idsOf(standing) };
}

/** The same for many customers, read at once; nobody where a customer is unknown. */
export async function readOwnersByDay(
  customerIds: readonly string[],
): Promise<(customerId: string, day: BusinessDay) => OwnerShare[]> {
  const known = new Map<string, CustomerRecord>();
  for (let ids = [...new Set(customerIds)]; ids.length > 0;) {
    const found = await findThemselves(ids);
    for (const customer of found) known.set(customer._id, customer);
    ids = found.flatMap(({ merged }) => (merged && !known.has(merged.intoId) ? [merged.intoId] : []));
  }
  const ownersOf = (customerId: string, day: BusinessDay): OwnerShare[] => {
    const customer = known.get(customerId);
    if (!customer) return [];
    const { merged } = customer;
    return merged && day > merged.on ? ownersOf(merged.intoId, day) : ownersOn(spansOf(customer), day);
  };
  return ownersOf;
}

/**
 * The customer that a sale of a day is kept under. Whoever owned one that has become another since, or had until that was undone, and found
 * only the other, has sold to their own.
 * @throws AppError "customer.unknown"
 */
export async function customerOfSale(
  customerId: string,
  { memberId, signedOn }: { memberId: string; signedOn: BusinessDay },
): Promise<CustomerRecord> {
  const owns = (customer: CustomerRecord) =>
    ownersOn(spansOf(customer), signedOn).some((owner) => owner.memberId === memberId);
  const named = await customerOn(customerId, signedOn);
  if (owns(named)) return named;
  const { mergedIds, formerIds, servedByIds } = named;
  // Whoever serves it beside its owner means the one that they name, now that both stand for themselves again.
  const apart = servedByIds.includes(memberId) ? [] : (formerIds ?? []);
  const others = await findThemselves([...(mergedIds ?? []), ...apart]);
  return others.find((other) => (!other.merged || signedOn <= other.merged.on) && owns(other)) ?? named;
}
