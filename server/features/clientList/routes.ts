import { businessDayOf, monthOf, previousPeriod } from "@shared/domain/time";
import type { Deps } from "../../deps";
import type { Handlers } from "../../http";
import { pageOfCustomers, presentCustomer } from "../customers";
import { lastVisitDays } from "../visits";

/** A rep's own clients, each with the day of the last visit: customers and visits seen together, which know less of each other. */
export const clientListHandlers = (deps: Pick<Deps, "clock">): Pick<Handlers<"customers">, "customers.mine"> => ({
  "customers.mine": async ({ actor, query }) => {
    const month = monthOf(businessDayOf(deps.clock.now()));
    const [{ customers, nextCursor }, lastVisits] = await Promise.all([
      pageOfCustomers(actor.id, query.cursor),
      lastVisitDays(actor.id, [previousPeriod(month), month]),
    ]);
    return {
      items: customers.map((customer) => presentCustomer(customer, lastVisits.get(customer._id) ?? null)),
      nextCursor,
    };
  },
});
