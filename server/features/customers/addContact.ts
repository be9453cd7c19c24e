import type { AnswerOf, BodyOf } from "@shared/contracts";
import type { Actor } from "@shared/domain/actor";
import { AppError } from "@shared/errors";
import type { Deps } from "../../deps";
import { allow } from "../../http";
import { changeCustomer } from "./changeCustomer";
import { contactsOf, replaceContacts } from "./contacts";
import { readOwnersOf } from "./ownership";
import { mayEditCustomer } from "./policy";

const contactsMax = 20;

/** Somebody whom a record names becomes a contact: what else is known of them is written on the customer's own page. May be repeated. */
export function addContact(
  deps: Pick<Deps, "clock" | "realNow" | "caches" | "fieldKeys">,
  { actor, customerId, body }: { actor: Actor; customerId: string; body: BodyOf<"customers.addContact"> },
): Promise<AnswerOf<"customers.addContact">> {
  const { contactId, name } = body;
  return changeCustomer(deps, {
    actor,
    customerId,
    kind: "customers.addContact",
    body,
    async decide(customer, today) {
      allow(
        mayEditCustomer(actor, await readOwnersOf(customer, today)),
        "this customer is neither yours nor your unit's",
      );
      const before = await contactsOf(deps, customer._id);
      if (before.some((contact) => contact.name === name || contact.contactId === contactId)) return null;
      if (before.length >= contactsMax)
        throw new AppError("input.invalid", "no more contacts", {
          fields: [{ field: "name", code: "contact.tooMany" }],
        });
      const after = [...before, { contactId, name, role: null, phone: null, needs: null }];
      return {
        set: {},
        detail: { changed: ["contacts"] },
        alongside: (session) =>
          replaceContacts(deps, customer._id, { before, after, revision: customer.revision + 1 }, session),
      };
    },
  });
}
