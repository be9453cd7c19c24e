import { actorNameOf } from "@shared/domain/actor";
import { businessDayOf } from "@shared/domain/time";
import { recordRead } from "../../audit";
import type { Deps } from "../../deps";
import { allow, type Handlers } from "../../http";
import { findMembers } from "../members";
import { addContact } from "./addContact";
import { assignCustomer, editCustomer } from "./changeCustomer";
import { createCustomer } from "./createCustomer";
import { contactsOf } from "./contacts";
import { findByWords } from "./findByWords";
import { giveMany, takersOf } from "./giveMany";
import { givingOf } from "./giving";
import { mergeCustomers } from "./mergeCustomers";
import { ownersFrom } from "./ownership";
import { mayFindSimilar } from "./policy";
import { pinDeciders } from "./pinDeciders";
import { openProposalsOf } from "./pinProposals";
import { decidePins, pinsToTakeBack, proposePin } from "./pins";
import { presentCustomerDetail } from "./presentCustomer";
import { requireReading } from "./reading";
import { similarCustomers } from "./similar";
import { addSite, editSite } from "./sites";
import { mergedInto, undoMerge } from "./undoMerge";

type CustomerDeps = Pick<Deps, "clock" | "realNow" | "caches" | "fieldKeys">;

export const customersHandlers = (
  deps: CustomerDeps,
): Omit<
  Handlers<"customers">,
  "customers.mine" | "customers.list" | "customers.timeline" | "customers.mergePreview"
> => ({
  "customers.create": ({ actor, body }) => createCustomer(deps, { actor, body }),

  "customers.find": async ({ ctx, actor, query }) => {
    const at = deps.clock.now();
    const { page, audited } = await findByWords(deps, actor, query, businessDayOf(at));
    if (audited && page.items.length > 0) {
      const detail = { customerIds: page.items.map(({ customerId }) => customerId) };
      const looked = { action: "customers.find", subject: "customers", at, detail };
      await recordRead(deps, { ...looked, id: ctx.state.requestId, actor: actorNameOf(actor) });
    }
    return page;
  },

  "customers.similar": async ({ actor, body }) => {
    allow(mayFindSimilar(actor), "this is for those who add customers");
    return { items: await similarCustomers(deps, actor, body) };
  },

  "customers.read": async ({ ctx, actor, params: { customerId } }) => {
    const reading = await requireReading(deps, { actor, customerId, requestId: ctx.state.requestId });
    const { customer } = reading;
    const memberIds = [...customer.owners.map(({ memberId }) => memberId), ...customer.coServedByIds];
    const members = [...(await findMembers(memberIds)).values()];
    const people = members.map(({ memberId, name, active }) => ({ memberId, name, ...(!active && { hasLeft: true }) }));
    const today = businessDayOf(deps.clock.now());
    const [contacts, proposals, takenBack, merged, giving] = await Promise.all([
      reading.asOwn ? contactsOf(deps, customer._id) : null,
      openProposalsOf(customer),
      pinsToTakeBack(actor, customer, deps.clock.now()),
      mergedInto(actor, customer, today),
      reading.given && actor.kind === "member"
        ? givingOf(actor, reading.given, [...new Set(ownersFrom(customer, today))], today)
        : null,
    ]);
    const deciders = await pinDeciders(
      proposals.map(({ proposal }) => proposal),
      actor.kind === "member" ? actor.language : "zh-CN",
      today,
    );
    const may = { edit: reading.mayEdit, confirmPin: reading.mayConfirmPin, merge: reading.mayMerge };
    // Where several wait for one place, the newest is shown.
    const waiting = new Map(proposals.map(({ siteId, proposal }) => [siteId, proposal]));
    return {
      customer: presentCustomerDetail(customer, {
        ...{ contacts, proposals: waiting, takenBack, deciders, merged },
        readerId: actor.kind === "member" ? actor.id : null,
      }),
      people,
      may,
      ...(giving && { giving }),
    };
  },

  "customers.addContact": ({ actor, params: { customerId }, body }) => addContact(deps, { actor, customerId, body }),
  "customers.edit": ({ actor, params: { customerId }, body }) => editCustomer(deps, { actor, customerId, body }),
  "customers.merge": ({ actor, params: { customerId }, body }) => mergeCustomers(deps, { actor, customerId, body }),
  "customers.undoMerge": ({ actor, params: { customerId }, body }) => undoMerge(deps, { actor, customerId, body }),
  "customers.takers": ({ actor, body }) => takersOf(deps, actor, body.customerIds),
  "customers.giveMany": ({ actor, body }) => giveMany(deps, { actor, body }),
  "customers.assign": ({ actor, params: { customerId }, body }) => assignCustomer(deps, { actor, customerId, body }),
});

export const sitesHandlers = (deps: CustomerDeps): Handlers<"sites"> => ({
  "sites.add": ({ actor, params: { customerId }, body }) => addSite(deps, { actor, customerId, body }),
  "sites.edit": ({ actor, params, body }) => editSite(deps, { actor, ...params, body }),
});

export const pinsHandlers = (deps: CustomerDeps): Omit<Handlers<"pins">, "pins.list"> => ({
  "pins.propose": ({ actor, params, body }) => proposePin(deps, { actor, ...params, body }),
  "pins.decide": ({ actor, body }) => decidePins(deps, { actor, body }),
});
