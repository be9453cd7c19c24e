import { actorNameOf } from "@shared/domain/actor";
import { businessDayOf } from "@shared/domain/time";
import { recordRead } from "../../audit";
import type { Deps } from "../../deps";
import type { Handlers } from "../../http";
import {
  type CustomerRecord,
  idsOf,
  pageOfCustomers,
  phoneTailsOf,
  presentCustomer,
  requireReading,
} from "../customers";
import { noteLook } from "../looks";
import { lastVisitsAndSteps } from "../visits";
import { lastVisitAt } from "./lastVisitAt";
import { mergePreview } from "./mergePreview";
import { timelineOf } from "./timeline";

/** A rep's own clients, each with the last visit and what comes next: customers and visits seen together, which know less of each other. */
export const clientListHandlers = (
  deps: Pick<Deps, "clock" | "realNow" | "fieldKeys">,
): Pick<Handlers<"customers">, "customers.mine" | "customers.timeline" | "customers.mergePreview"> => ({
  "customers.mine": async ({ actor, query }) => {
    const [{ customers, nextCursor }, visits] = await Promise.all([
      pageOfCustomers(actor.id, query.cursor),
      lastVisitsAndSteps(actor.id, businessDayOf(deps.clock.now())),
    ]);
    const tails = await phoneTailsOf(
      deps,
      customers.map(({ _id }) => _id),
    );
    const partsOf = (customer: CustomerRecord) => ({
      lastVisit: lastVisitAt(customer, visits),
      phoneTails: tails.get(customer._id) ?? [],
    });
    return {
      items: customers.map((customer) => presentCustomer(customer, partsOf(customer))),
      nextCursor,
    };
  },

  "customers.mergePreview": async ({ ctx, actor, params }) => {
    const at = deps.clock.now();
    const preview = await mergePreview(deps, { ...params, actor, today: businessDayOf(at) });
    const subject = `customer:${params.customerId}`;
    const looked = { action: "customers.mergePreview", subject, at, detail: { otherId: params.otherId } };
    await recordRead(deps, { ...looked, id: ctx.state.requestId, actor: actorNameOf(actor) });
    return preview;
  },

  "customers.timeline": async ({ ctx, actor, params: { customerId }, query }) => {
    const { requestId } = ctx.state;
    const now = deps.clock.now();
    const { serves, customer } = await requireReading(deps, { actor, customerId, requestId });
    const { page, looked } = await timelineOf({ actor }, idsOf(customer), { now, cursor: query.cursor });
    // Who serves a customer together sees each other's visits there; by office it is a look at a person.
    if (!serves)
      for (const [memberId, visitIds] of looked) {
        await noteLook(deps, { what: "member.read", memberId, detail: { visitIds }, actor, at: now, requestId });
      }
    return page;
  },
});
