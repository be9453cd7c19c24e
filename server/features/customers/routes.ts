import { actorNameOf } from "@shared/domain/actor";
import { businessDayOf } from "@shared/domain/time";
import { recordRead } from "../../audit";
import type { Deps } from "../../deps";
import { allow, type Handlers } from "../../http";
import { findMembers } from "../members";
import { assignCustomer, editCustomer } from "./changeCustomer";
import { createCustomer } from "./createCustomer";
import { contactsOf } from "./contacts";
import { findCustomer } from "./customers";
import { findByWords } from "./findByWords";
import { readOwnersOf } from "./ownership";
import { mayAuditCustomers, mayConfirmPin, mayEditCustomer, mayFindSimilar, mayReadCustomer } from "./policy";
import { presentCustomerDetail } from "./presentCustomer";
import { similarCustomers } from "./similar";
import { addSite, editSite } from "./sites";

type CustomerDeps = Pick<Deps, "clock" | "realNow" | "caches" | "fieldKeys">;

export const customersHandlers = (deps: CustomerDeps): Omit<Handlers<"customers">, "customers.mine"> => ({
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
    return { items: await similarCustomers(deps, actor, body, businessDayOf(deps.clock.now())) };
  },

  "customers.read": async ({ ctx, actor, params }) => {
    const at = deps.clock.now();
    const customer = await findCustomer(params.customerId);
    const owners = await readOwnersOf(customer, businessDayOf(at));
    const reads = mayReadCustomer(actor, owners, customer.servedByIds);
    if (!reads) {
      allow(mayAuditCustomers(actor), "this customer is neither yours nor your unit's");
      const looked = { action: "customer.read", subject: `customer:${customer._id}`, at };
      await recordRead(deps, { ...looked, id: ctx.state.requestId, actor: actorNameOf(actor) });
    }
    const memberIds = [...customer.owners.map(({ memberId }) => memberId), ...customer.coServedByIds];
    const members = [...(await findMembers(memberIds)).values()].filter(({ active }) => active);
    const people = members.map(({ memberId, name }) => ({ memberId, name }));
    const contacts = reads ? await contactsOf(deps, customer._id) : null;
    const may = { edit: mayEditCustomer(actor, owners), confirmPin: mayConfirmPin(actor, owners) };
    return { customer: presentCustomerDetail(customer, contacts), people, may };
  },

  "customers.edit": ({ actor, params: { customerId }, body }) => editCustomer(deps, { actor, customerId, body }),
  "customers.assign": ({ actor, params: { customerId }, body }) => assignCustomer(deps, { actor, customerId, body }),
});

export const sitesHandlers = (deps: CustomerDeps): Handlers<"sites"> => ({
  "sites.add": ({ actor, params: { customerId }, body }) => addSite(deps, { actor, customerId, body }),
  "sites.edit": ({ actor, params, body }) => editSite(deps, { actor, ...params, body }),
});
