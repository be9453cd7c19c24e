import type { BusinessDay } from "@shared/domain/time";
import type { Handlers } from "../../http";
import { pageOfCustomers } from "./customers";
import { presentCustomer } from "./presentCustomer";

/** What this area needs to know from the visits, which themselves know customers. */
export interface CustomerReads {
  /** The day of a member's newest recorded visit by customer id. */
  lastVisitDays(memberId: string): Promise<ReadonlyMap<string, BusinessDay>>;
}

export const customersHandlers = (reads: CustomerReads): Handlers<"customers"> => ({
  "customers.mine": async ({ actor, query }) => {
    const [{ customers, nextCursor }, lastVisits] = await Promise.all([
      pageOfCustomers(actor.id, query.cursor),
      reads.lastVisitDays(actor.id),
    ]);
    return {
      items: customers.map((customer) => presentCustomer(customer, lastVisits.get(customer._id) ?? null)),
      nextCursor,
    };
  },
});
