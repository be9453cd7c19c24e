import { businessDayOf } from "@shared/domain/time";
import type { Deps } from "../../deps";
import type { Handlers } from "../../http";
import { pageOfCustomers, phoneTailsOf, presentCustomer, requireReading } from "../customers";
import { noteLook } from "../looks";
import { lastVisitsAndSteps } from "../visits";
import { timelineOf } from "./timeline";

/** A rep's own clients, each with the last visit and what comes next: customers and visits seen together, which know less of each other. */
export const clientListHandlers = (
  deps: Pick<Deps, "clock" | "realNow" | "fieldKeys">,
): Pick<Handlers<"customers">, "customers.mine" | "customers.timeline"> => ({
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

  "customers.timeline": async ({ ctx, actor, params: { customerId }, query }) => {
    const { requestId } = ctx.state;
    const now = deps.clock.now();
    const { serves } = await requireReading(deps, { actor, customerId, requestId });
    const { page, looked } = await timelineOf({ actor }, customerId, { now, cursor: query.cursor });
    // Who serves a customer together sees each other's visits there; by office it is a look at a person.
    if (!serves)
      for (const [memberId, visitIds] of looked) {
        await noteLook(deps, { what: "member.read", memberId, detail: { visitIds }, actor, at: now, requestId });
      }
    return page;
  },
});
