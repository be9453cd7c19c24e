import { actorNameOf } from "@shared/domain/actor";
import { ownedSince, ownersOn } from "@shared/domain/customer";
import { businessDayOf } from "@shared/domain/time";
import { recordRead } from "../../audit";
import type { Deps } from "../../deps";
import type { Handlers } from "../../http";
import { type CustomerRecord, pageOfCustomers, peopleAt, presentCustomer, requireReading, spansOf } from "../customers";
import { noteLook } from "../looks";
import { codeMarksOf } from "../siteCodes";
import { askedByClient, othersThere, presentAsked } from "../visitQuestions";
import { lastVisitsAndSteps } from "../visits";
import { findMembers } from "../members";
import { lastVisitAt } from "./lastVisitAt";
import { listedCustomers } from "./listedCustomers";
import { mergePreview } from "./mergePreview";
import { pinsToDecide } from "./pinsToDecide";
import { timelineOf } from "./timeline";

/** A rep's own clients, each with the last visit and what comes next: customers and visits seen together, which know less of each other. */
export const clientListHandlers = (
  deps: Pick<Deps, "clock" | "realNow" | "fieldKeys">,
): Pick<
  Handlers<"customers">,
  "customers.mine" | "customers.list" | "customers.timeline" | "customers.mergePreview"
> => ({
  "customers.mine": async ({ actor, query }) => {
    const now = deps.clock.now();
    const today = businessDayOf(now);
    const [{ customers, nextCursor }, visits] = await Promise.all([
      pageOfCustomers(actor.id, query.cursor),
      lastVisitsAndSteps(actor.id, today),
    ]);
    const ownersOf = (customer: CustomerRecord) =>
      ownersOn(spansOf(customer), today).flatMap(({ memberId }) => (memberId === actor.id ? [] : [memberId]));
    const [people, others, members, codeMarks, asked] = await Promise.all([
      peopleAt(
        deps,
        customers.map(({ _id }) => _id),
      ),
      othersThere(actor.id, customers, now),
      findMembers(customers.flatMap(ownersOf)),
      codeMarksOf(customers),
      askedByClient(actor.id, today),
    ]);
    const otherOf = (customerId: string) => {
      const other = others.get(customerId);
      return other ? { byName: other.byName, on: other.on } : null;
    };
    const askedAt = (customerId: string) => {
      const question = asked.get(customerId);
      return question ? presentAsked(question, now) : null;
    };
    const partsOf = (customer: CustomerRecord) => ({
      today,
      codeMarks: (siteId: string) => codeMarks(customer._id, siteId),
      lastVisit: lastVisitAt(customer, visits),
      phoneTails: people.get(customer._id)?.phoneTails ?? [],
      contacts: people.get(customer._id)?.contacts ?? [],
      otherThere: otherOf(customer._id),
      asked: askedAt(customer._id),
      otherOwners: ownersOf(customer).flatMap((memberId) => {
        const name = members.get(memberId)?.name;
        return name === undefined ? [] : [{ name, from: ownedSince(spansOf(customer), memberId, today) }];
      }),
    });
    return {
      items: customers.map((customer) => presentCustomer(customer, partsOf(customer))),
      nextCursor,
    };
  },

  "customers.list": async ({ ctx, actor, query }) => {
    const at = deps.clock.now();
    const { page, audited } = await listedCustomers(deps, actor, query, businessDayOf(at));
    if (audited && page.items.length > 0) {
      const detail = { customerIds: page.items.map(({ customerId }) => customerId) };
      const looked = { action: "customers.list", subject: "customers", at, detail };
      await recordRead(deps, { ...looked, id: ctx.state.requestId, actor: actorNameOf(actor) });
    }
    return page;
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
    const { page, looked } = await timelineOf({ actor }, customer, { now, cursor: query.cursor });
    // Who serves a customer together sees each other's visits there; by office it is a look at a person.
    if (!serves)
      for (const [memberId, visitIds] of looked) {
        await noteLook(deps, { what: "member.read", memberId, detail: { visitIds }, actor, at: now, requestId });
      }
    return page;
  },
});

/** Proposed pins beside where people have stood: customers and check-ins seen together. */
export const pinListHandlers = (deps: Pick<Deps, "clock" | "realNow">): Pick<Handlers<"pins">, "pins.list"> => ({
  "pins.list": async ({ ctx, actor, query }) => {
    const at = deps.clock.now();
    const { items, nextCursor, stood } = await pinsToDecide(actor, query.cursor, at);
    for (const [memberId, proposalIds] of stood) {
      const { requestId } = ctx.state;
      await noteLook(deps, { actor, memberId, what: "checkIn.read", detail: { proposalIds }, at, requestId });
    }
    return { items, nextCursor };
  },
});
