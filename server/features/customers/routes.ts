import { type BusinessDay, businessDayOf } from "@shared/domain/time";
import type { Deps } from "../../deps";
import { allow, type Handlers } from "../../http";
import { assignCustomer, editCustomer } from "./changeCustomer";
import { createCustomer } from "./createCustomer";
import { findCustomer, pageOfCustomers } from "./customers";
import { readOwnersOf } from "./ownership";
import { mayReadCustomer } from "./policy";
import { presentCustomer, presentCustomerDetail } from "./presentCustomer";
import { addSite, editSite } from "./sites";

/** What this area needs to know from the visits, which themselves know customers. */
export interface CustomerReads {
  /** The day of a member's newest recorded visit by customer id. */
  lastVisitDays(memberId: string): Promise<ReadonlyMap<string, BusinessDay>>;
}

type CustomerDeps = Pick<Deps, "clock" | "realNow">;

export const customersHandlers = (deps: CustomerDeps, reads: CustomerReads): Handlers<"customers"> => ({
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

  "customers.create": ({ actor, body }) => createCustomer(deps, { actor, body }),

  "customers.read": async ({ actor, params }) => {
    const customer = await findCustomer(params.customerId);
    const owners = await readOwnersOf(customer, businessDayOf(deps.clock.now()));
    allow(mayReadCustomer(actor, owners, customer.servedByIds), "this customer is neither yours nor your unit's");
    return { customer: presentCustomerDetail(customer) };
  },

  "customers.edit": ({ actor, params: { customerId }, body }) => editCustomer(deps, { actor, customerId, body }),
  "customers.assign": ({ actor, params: { customerId }, body }) => assignCustomer(deps, { actor, customerId, body }),
});

export const sitesHandlers = (deps: CustomerDeps): Handlers<"sites"> => ({
  "sites.add": ({ actor, params: { customerId }, body }) => addSite(deps, { actor, customerId, body }),
  "sites.edit": ({ actor, params, body }) => editSite(deps, { actor, ...params, body }),
});
