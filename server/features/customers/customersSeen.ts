import { ownersOn } from "@shared/domain/customer";
import type { BusinessDay } from "@shared/domain/time";
import type { MemberActor } from "../../http";
import { CustomerModel, type CustomerRecord } from "./customerModel";
import { pageOfCustomers } from "./customers";
import { readOwners, spansOf } from "./ownership";
import { mayAuditCustomers, mayReadCustomer } from "./policy";

const batchSize = 500;

/**
 * The customers that somebody may read, by id, some at a time: what one serves, and by office those of others. A page may have fewer than
 * there are, also none, and go on all the same.
 * @param after where the last page ended
 */
export async function pageOfSeenCustomers(
  actor: MemberActor,
  after: string | undefined,
  today: BusinessDay,
): Promise<{ customers: CustomerRecord[]; next: string | null }> {
  const isByOffice = actor.leads.length > 0 || actor.roles.includes("admin") || mayAuditCustomers(actor);
  if (!isByOffice) {
    const { customers, nextCursor } = await pageOfCustomers(actor.id, after);
    return { customers, next: nextCursor };
  }
  const batch = await CustomerModel.find({ _id: { $gt: after ?? "" } })
    .sort({ _id: 1 })
    .limit(batchSize)
    .lean<CustomerRecord[]>();
  const standing = batch.filter(({ merged }) => !merged);
  const ownersOf = (customer: CustomerRecord) => ownersOn(spansOf(customer), today);
  const { unitPaths } = await readOwners(standing.flatMap(ownersOf), today);
  const customers = standing.filter(
    (customer) =>
      mayAuditCustomers(actor) ||
      mayReadCustomer(actor, { owners: ownersOf(customer), unitPaths }, customer.servedByIds),
  );
  return { customers, next: batch.length < batchSize ? null : (batch.at(-1)?._id ?? null) };
}
