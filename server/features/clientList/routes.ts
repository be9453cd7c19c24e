import { businessDayOf } from "@shared/domain/time";
import type { Deps } from "../../deps";
import type { Handlers } from "../../http";
import { pageOfCustomers, phoneTailsOf, presentCustomer } from "../customers";
import { lastVisitsAndSteps } from "../visits";

/** A rep's own clients, each with the last visit and what comes next: customers and visits seen together, which know less of each other. */
export const clientListHandlers = (
  deps: Pick<Deps, "clock" | "fieldKeys">,
): Pick<Handlers<"customers">, "customers.mine"> => ({
  "customers.mine": async ({ actor, query }) => {
    const [{ customers, nextCursor }, visits] = await Promise.all([
      pageOfCustomers(actor.id, query.cursor),
      lastVisitsAndSteps(actor.id, businessDayOf(deps.clock.now())),
    ]);
    const tails = await phoneTailsOf(
      deps,
      customers.map(({ _id }) => _id),
    );
    const partsOf = (id: string) => ({ lastVisit: visits.get(id) ?? null, phoneTails: tails.get(id) ?? [] });
    return {
      items: customers.map((customer) => presentCustomer(customer, partsOf(customer._id))),
      nextCursor,
    };
  },
});
