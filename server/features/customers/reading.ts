import { type Actor, actorNameOf } from "@shared/domain/actor";
import { businessDayOf } from "@shared/domain/time";
import { recordRead } from "../../audit";
import type { Deps } from "../../deps";
import { allow } from "../../http";
import type { CustomerRecord } from "./customerModel";
import { findCustomer } from "./customers";
import { ownersFrom, readOwnersOf } from "./ownership";
import {
  mayAuditCustomers,
  mayConfirmPin,
  mayEditCustomer,
  mayGiveCustomer,
  mayMergeInto,
  mayReadCustomer,
  type Owners,
} from "./policy";

/** How somebody reads a customer. */
export interface Reading {
  customer: CustomerRecord;
  /** By serving it, now or soon, or keeping it up, and not by auditing. */
  asOwn: boolean;
  serves: boolean;
  mayEdit: boolean;
  mayConfirmPin: boolean;
  mayMerge: boolean;
  /** Who owns it today, for whoever may give it to others; null for all else. */
  given: Owners | null;
}

/**
 * A customer, for whoever may read it; that somebody who does not serve it does is noted before the answer.
 * @throws AppError "customer.unknown"; "right.missing"
 */
export async function requireReading(
  deps: Pick<Deps, "clock" | "realNow">,
  { actor, customerId, requestId }: { actor: Actor; customerId: string; requestId: string },
): Promise<Reading> {
  const at = deps.clock.now();
  const customer = await findCustomer(customerId);
  const today = businessDayOf(at);
  const owners = await readOwnersOf(customer, today);
  // Whoever is to own it gets ready for it.
  const asOwn = mayReadCustomer(actor, owners, [...customer.servedByIds, ...ownersFrom(customer, today)]);
  const serves = actor.kind === "member" && customer.servedByIds.includes(actor.id);
  if (!asOwn) allow(mayAuditCustomers(actor), "this customer is neither yours nor your unit's");
  // Its people and their numbers are there for whoever serves it; that anybody else looks is noted.
  if (!serves) {
    const looked = { action: "customer.read", subject: `customer:${customer._id}`, at };
    await recordRead(deps, { ...looked, id: requestId, actor: actorNameOf(actor) });
  }
  return {
    customer,
    asOwn,
    serves,
    mayEdit: mayEditCustomer(actor, owners),
    mayConfirmPin: mayConfirmPin(actor, owners),
    mayMerge: mayMergeInto(actor, owners),
    given: mayGiveCustomer(actor, owners) ? owners : null,
  };
}
