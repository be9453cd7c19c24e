import type { AnswerOf, BodyOf } from "@shared/contracts";
import type { Actor } from "@shared/domain/actor";
import { type BusinessDay, businessDayOf } from "@shared/domain/time";
import { AppError } from "@shared/errors";
import { claimKey, command, type Decision, insert, insertAll, ownerOfKey } from "../../db";
import type { Deps } from "../../deps";
import { allow } from "../../http";
import { emit } from "../../outbox";
import { replaceContacts, requireContacts } from "./contacts";
import { CustomerModel, type CustomerRecord } from "./customerModel";
import { findCustomer } from "./customers";
import { addedAsNewEvent } from "./events";
import { joinCustomer } from "./joinCustomer";
import { readOwners, requireServing, servingOf } from "./ownership";
import { mayConfirmPin, mayCreateCustomer } from "./policy";
import { usedPin } from "./pinProposals";
import { requireCreditCode } from "./requireCreditCode";
import { pinOf, placesSet, nameFieldsOf } from "./searchFields";
import { similarCustomers } from "./similar";
import { requireRadius, siteOf, takenPins } from "./sites";

type Answer = AnswerOf<"customers.create">;

/**
 * Adds a customer with its sites and owners. Where another system's id for it is known already nothing changes, so that an
 * import may be run again.
 */
export function createCustomer(
  deps: Pick<Deps, "clock" | "realNow" | "caches" | "fieldKeys">,
  { actor, body }: { actor: Actor; body: BodyOf<"customers.create"> },
): Promise<Answer> {
  const { commandId, customerId, externalId, owners, ownedFrom, coServedByIds, sites, contacts = [] } = body;
  return command<Answer>({ actor, commandId, kind: "customers.create", body }, async () => {
    const at = deps.clock.now();
    const today = businessDayOf(at);
    const given = await readOwners(owners, today);
    allow(mayCreateCustomer(actor, given), "reps add their own customers, leaders those of their units");
    await requireServing(owners, coServedByIds);
    const externalKey = externalId && `${externalId.system}:${externalId.id}`;
    const knownId = externalKey && (await ownerOfKey(`customer:${externalKey}`));
    if (knownId) {
      const { _id, revision } = await findCustomer(knownId);
      return { answer: { customerId: _id, revision, created: false }, write: async () => undefined };
    }
    if (await CustomerModel.findOne({ _id: customerId }).lean())
      throw new AppError("command.reused", `there is a customer ${customerId} already`);
    if (new Set(sites.map(({ siteId }) => siteId)).size !== sites.length) {
      const fields = [{ field: "sites", code: "site.twice" }];
      throw new AppError("input.invalid", "two sites have the same id", { fields });
    }
    requireContacts(deps, contacts);
    const creditCode = requireCreditCode(body.creditCode);
    const confirms = mayConfirmPin(actor, given);
    for (const site of sites) requireRadius(confirms, site.radiusM, null);
    const takenOf = await takenPins(actor, sites, at);
    const agreed = sites.map((site) => ({ ...site, pinTaken: takenOf(site.pin) && site.pinTaken }));
    const record = await newCustomer({ ...body, creditCode, sites: agreed }, { confirms, today });
    if (body.sameAsId !== undefined) {
      if (actor.kind !== "member") throw new AppError("right.missing", "a person says which client it is");
      const joined = await joinCustomer(deps, {
        ...{ actor, record, contacts, confirms, takenOf },
        sameAsId: body.sameAsId,
      });
      return withKey(joined, externalKey, customerId);
    }
    // A person is asked once; other systems know by their own ids what they have.
    if (actor.kind === "member" && !body.isNewSeen) {
      const phones = contacts.flatMap(({ phone }) => phone ?? []);
      const pins = sites.flatMap(({ pin }) => pin ?? []);
      const found = await similarCustomers(deps, actor, { ...body, phones, pins });
      const items = found.filter((one) => !body.otherThanIds?.includes(one.customerId));
      // In one house there are many: about that alone whoever types is asked on their phone.
      if (items.some(({ sameBy }) => sameBy.some((by) => by !== "place")))
        throw new AppError("customer.maybeKnown", "it may be one that is known", { items });
    }
    const typed = confirms ? [] : record.sites.filter((site) => pinOf(site) !== null);
    const asPins = await Promise.all(
      typed.map((site) =>
        usedPin({ ...record, schemaVersion: 1 }, { site, was: null, taken: takenOf(pinOf(site)) }, actor, {
          at,
          ...deps,
        }),
      ),
    );
    const wasTold = actor.kind === "member" && (body.isNewSeen === true || (body.otherThanIds ?? []).length > 0);
    const created: Decision<Answer> = {
      answer: { customerId, revision: 1, created: true },
      audit: {
        action: "customers.create",
        subject: `customer:${customerId}`,
        at,
        detail: { owners, ownedFrom, externalId: externalKey },
      },
      write: async (session) => {
        await insert(CustomerModel, record, session);
        replaceContacts(deps, customerId, { before: [], after: contacts, revision: 1 }, session);
        for (const write of asPins) await write(session);
        if (wasTold) await emit(addedAsNewEvent(customerId), session, deps.realNow());
      },
    };
    return withKey(created, externalKey, customerId);
  });
}

/** With what another system calls it, by which it is found from then on. */
const withKey = (decision: Decision<Answer>, externalKey: string | null, customerId: string): Decision<Answer> => ({
  ...decision,
  write: async (session) => {
    if (externalKey !== null) await claimKey(`customer:${externalKey}`, customerId, session);
    await decision.write(session);
  },
});

export type NewCustomer = Omit<
  BodyOf<"customers.create">,
  "commandId" | "contacts" | "isNewSeen" | "otherThanIds" | "sameAsId"
>;

/** Adds many customers of a company that is filled in bulk, with pins as an administrator confirms them. */
export async function openCustomers(customers: readonly NewCustomer[], today: BusinessDay): Promise<void> {
  const records = customers.map((customer) => newCustomer(customer, { confirms: true, today }));
  return insertAll(CustomerModel, await Promise.all(records));
}

/** The record of a customer that there was not before. */
export async function newCustomer(
  body: NewCustomer,
  { confirms, today, madeByImportId = null }: { confirms: boolean; today: BusinessDay; madeByImportId?: string | null },
): Promise<Omit<CustomerRecord, "schemaVersion">> {
  const { customerId, externalId, owners, ownedFrom, coServedByIds, sites } = body;
  const { name, shortName, industry, grade, stage, creditCode = null } = body;
  const spans = owners.map((owner) => ({ ...owner, from: ownedFrom, to: null }));
  const externalIds = externalId ? [`${externalId.system}:${externalId.id}`] : [];
  return {
    _id: customerId,
    name,
    shortName,
    industry,
    grade,
    stage,
    // They serve it for as long as its owners do; where its owners are still to come, from today on, as they are shown it from today on.
    ...servingOf(
      spans,
      coServedByIds.map((memberId) => ({ memberId, from: ownedFrom < today ? ownedFrom : today, to: null })),
      coServedByIds,
      today,
    ),
    externalIds,
    creditCode,
    tags: [...new Set(body.tags ?? [])],
    ...(await nameFieldsOf({ _id: customerId, name, shortName, externalIds, creditCode })),
    ...placesSet(sites.map((site) => siteOf(site, confirms))),
    merged: null,
    mergedIds: [],
    formerIds: [],
    formerSites: [],
    madeByImportId,
    revision: 1,
  };
}
