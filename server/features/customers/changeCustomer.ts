import type { ClientSession } from "mongoose";
import type { AnswerOf, BodyOf } from "@shared/contracts";
import type { Actor } from "@shared/domain/actor";
import { canonicalJson } from "@shared/domain/canonicalJson";
import { normalisedPhone } from "@shared/domain/phone";
import { ownedFrom, ownersOn, type OwnerShare } from "@shared/domain/customer";
import { type BusinessDay, businessDayOf } from "@shared/domain/time";
import { AppError } from "@shared/errors";
import { command, updateAtRevision } from "../../db";
import type { Deps } from "../../deps";
import { allow } from "../../http";
import { emit } from "../../outbox";
import { type Contact, contactsOf, replaceContacts, requireContacts } from "./contacts";
import { CustomerModel, type CustomerRecord } from "./customerModel";
import { customersNow, findCustomer } from "./customers";
import { coServiceOf, earliestOf, readOwnersOf, requireServing, servingOf, spansOf } from "./ownership";
import { ownersChangedEvent } from "./events";
import { moveKeys, numbersChanged, requireFree } from "./numbers";
import { mayAssignCustomer, mayEditCustomer, mayNumberCustomer } from "./policy";
import { requireCreditCode } from "./requireCreditCode";
import { nameFieldsOf } from "./searchFields";

type ChangeDeps = Pick<Deps, "clock" | "realNow" | "caches">;
type EditDeps = ChangeDeps & Pick<Deps, "fieldKeys">;
type Changed = AnswerOf<"customers.edit">;

interface Change {
  set: Partial<CustomerRecord>;
  /** What the audit entry says beside who and what. */
  detail?: Record<string, unknown>;
  /** What is written beside the customer. */
  alongside?: (session: ClientSession, at: Date) => void | Promise<void>;
}

/** Changes one customer where it has the revision that the person saw. May be repeated. */
export async function changeCustomer(
  deps: ChangeDeps,
  request: {
    actor: Actor;
    customerId: string;
    kind: string;
    /** Without a revision it stands beside whatever others change. */
    body: { commandId: string; revision?: number | undefined };
    /** Null: it stands as it is commanded, and nothing is written. */
    decide(customer: CustomerRecord, today: BusinessDay): Promise<Change | null>;
  },
): Promise<Changed> {
  const { actor, customerId, kind, body } = request;
  const { commandId } = body;
  const whole = { ...body, customerId };
  // Another one where this one has become it.
  let changedId = customerId;
  const changed = await command({ actor, commandId, kind, body: whole }, async () => {
    const at = deps.clock.now();
    const customer = await findCustomer(customerId);
    changedId = customer._id;
    const change = await request.decide(customer, businessDayOf(at));
    if (body.revision !== undefined && customer.revision !== body.revision) {
      const details = { revision: customer.revision };
      throw new AppError("stale", `customer ${customer._id} was changed meanwhile`, details);
    }
    if (change === null)
      return { answer: { customerId: customer._id, revision: customer.revision }, write: async () => undefined };
    const { set, detail, alongside } = change;
    return {
      answer: { customerId: customer._id, revision: customer.revision + 1 },
      audit: { action: kind, subject: `customer:${customer._id}`, at, ...(detail && { detail }) },
      write: async (session) => {
        await updateAtRevision(CustomerModel, { id: customer._id, revision: customer.revision, set }, session);
        await alongside?.(session, at);
      },
    };
  });
  customersNow(deps).forget(changedId);
  return changed;
}

export function editCustomer(
  deps: EditDeps,
  { actor, customerId, body }: { actor: Actor; customerId: string; body: BodyOf<"customers.edit"> },
): Promise<Changed> {
  return changeCustomer(deps, {
    actor,
    customerId,
    kind: "customers.edit",
    body,
    async decide(customer, today) {
      const owners = await readOwnersOf(customer, today);
      allow(mayEditCustomer(actor, owners), "this customer is neither yours nor your unit's");
      const { name, shortName, industry, grade, stage, contacts } = body;
      const before = contacts ? await contactsOf(deps, customer._id) : [];
      // Somebody who corrects a name keeps the people who were there, also where a number is no longer taken.
      if (contacts) requireContacts(deps, contacts);
      const tags = body.tags ? [...new Set(body.tags)] : (customer.tags ?? []);
      const creditCode =
        body.creditCode === undefined ? (customer.creditCode ?? null) : requireCreditCode(body.creditCode);
      const numbers = numbersChanged(customer, body.externalIds);
      if (numbers) {
        allow(mayNumberCustomer(actor, owners), "numbers of other systems are for leaders to change");
        await requireFree(numbers.added);
      }
      const externalIds = numbers?.all ?? customer.externalIds;
      const set = { name, shortName, industry, grade, stage, tags, creditCode, externalIds };
      const fields = Object.keys(set) as (keyof typeof set)[]; // as just written
      const isOther = (a: unknown, b: unknown) => canonicalJson(a ?? null) !== canonicalJson(b ?? null);
      const changed: string[] = fields.filter((field) => isOther(set[field], customer[field]));
      // That, and not what: nobody's number stands in the audit log.
      if (contacts && isOther(contacts.map(asKept), before)) changed.push("contacts");
      if (changed.length === 0) return null;
      const found = await nameFieldsOf({ _id: customer._id, ...set });
      return {
        set: { ...set, ...found },
        detail: { changed },
        alongside: async (session) => {
          if (numbers) await moveKeys(numbers, customer._id, session);
          const revision = customer.revision + 1;
          if (contacts) replaceContacts(deps, customer._id, { before, after: contacts, revision }, session);
        },
      };
    },
  });
}

const asKept = (contact: Contact): Contact => ({
  ...contact,
  phone: contact.phone === null ? null : normalisedPhone(contact.phone),
});

/**
 * Other owners from a day to come. A sale is credited to whoever owns the customer on the day it is signed, so that the owners of
 * a day that has begun stand; only where today has none, or all of them have left, others may begin at once.
 */
export function assignCustomer(
  deps: ChangeDeps,
  { actor, customerId, body }: { actor: Actor; customerId: string; body: BodyOf<"customers.assign"> },
): Promise<Changed> {
  const { from, owners, coServedByIds, reason } = body;
  return changeCustomer(deps, {
    actor,
    customerId,
    kind: "customers.assign",
    body,
    async decide(customer, today) {
      const present = await readOwnersOf(customer, today, owners);
      const changes = spansOf(customer).flatMap((span) => (span.from > from ? [span.from] : []));
      const replaced = [from, ...changes].map((day) => ownersOn(spansOf(customer), day));
      allow(
        mayAssignCustomer(actor, present, owners, replaced),
        "customers are given out by leaders, and not to themselves",
      );
      await requireServing(owners, coServedByIds);
      const earliest = await earliestOf(present.owners, today);
      if (from < earliest) throw new AppError("customer.assignPast", `${from} has begun`, { earliest });
      const spans = ownedFrom(spansOf(customer), from, owners);
      const before = ownersOn(spansOf(customer), from);
      return {
        ...(actor.kind === "member" && {
          alongside: (session: ClientSession, at: Date) => {
            const { id: byId, name: byName } = actor;
            const { _id: customerId, shortName: customerName } = customer;
            const ids = (of: readonly OwnerShare[]) => [...new Set(of.map(({ memberId }) => memberId))];
            const ownerIds = ids(owners);
            const isSame = (owner: OwnerShare) =>
              before.some(({ memberId, share }) => memberId === owner.memberId && share === owner.share);
            const told = ownersChangedEvent({
              ...{ customerId, customerName, from, ownerIds, owners, byId, byName, reason },
              gainedIds: ids(owners.filter((owner) => !isSame(owner))),
              lostIds: ids([...present.owners, ...replaced.flat()]).filter((memberId) => !ownerIds.includes(memberId)),
              presentIds: ids(present.owners),
              revision: customer.revision + 1,
              at: at.toISOString(),
            });
            return emit(told, session, deps.realNow());
          },
        }),
        set: servingOf(spans, coServiceOf(customer), coServedByIds, today),
        detail: { before, after: owners, from, reason },
      };
    },
  });
}
