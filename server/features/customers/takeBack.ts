import type { ClientSession } from "mongoose";
import type { ActorName } from "@shared/domain/actor";
import { businessDayOf } from "@shared/domain/time";
import { auditInsert } from "../../audit";
import { releaseKey, remove, StaleRead } from "../../db";
import type { Deps } from "../../deps";
import { emit } from "../../outbox";
import { contactsOfAll, replaceContacts } from "./contacts";
import { CustomerModel, type CustomerRecord } from "./customerModel";
import { customersNow, findThemselves } from "./customers";
import { ownersImportedEvent } from "./events";
import { ownersFrom } from "./ownership";
import { findProposals, proposalIdOf } from "./pinProposals";

/** Why a client that an import has made stays: somebody has changed it, or worked with it; or it is gone already. */
export type StaysBecause = "changed" | "used" | "gone";

interface Taking {
  importId: string;
  runId: string;
  by: ActorName;
  byName: string;
  /** Of these clients together, such as the first row. */
  cause: string;
  /** Those of them with which somebody has worked. */
  usedIds: ReadonlySet<string>;
}

type TakingDeps = Pick<Deps, "clock" | "realNow" | "caches" | "fieldKeys">;

/**
 * Takes clients back that an import has made: those that are as it has made them and that nobody has worked with are deleted with their
 * people and numbers. Whoever owned them is told how many, once for all of the import.
 * @returns what keeps each of the others
 */
export async function planTakingBack(
  deps: TakingDeps,
  customerIds: readonly string[],
  given: Taking,
): Promise<{ stays: Map<string, StaysBecause>; write(session: ClientSession): Promise<void>; written(): void }> {
  const found = new Map((await findThemselves(customerIds)).map((customer) => [customer._id, customer]));
  const pinnedIds = await thoseWithProposals([...found.values()]);
  const stays = new Map<string, StaysBecause>();
  const taken: CustomerRecord[] = [];
  for (const customerId of customerIds) {
    const customer = found.get(customerId);
    if (!customer) stays.set(customerId, "gone");
    // Merging, places, people, owners: each makes it another revision.
    else if (customer.revision !== 1) stays.set(customerId, "changed");
    else if (given.usedIds.has(customerId) || pinnedIds.has(customerId)) stays.set(customerId, "used");
    else taken.push(customer);
  }
  const people = await contactsOfAll(
    deps,
    taken.map(({ _id }) => _id),
  );
  return {
    stays,
    async write(session) {
      const at = deps.clock.now();
      for (const customer of taken) {
        const { _id, revision, externalIds } = customer;
        remove(CustomerModel, { _id, revision }, session, (count) => {
          if (count === 0) throw new StaleRead(`customer ${_id} was changed meanwhile`, { revision: null });
        });
        replaceContacts(deps, _id, { before: people.get(_id) ?? [], after: [], revision }, session);
        for (const one of externalIds) await releaseKey(`customer:${one}`, session, _id);
        const entry = { action: "customers.takeBack", subject: `customer:${_id}`, at, actor: given.by };
        const detail = { importId: given.importId, name: customer.name, externalIds };
        await auditInsert(deps.realNow)({ ...entry, id: `${given.cause}:${_id}`, detail }, session);
      }
      await tellOwners(deps, taken, given, session);
    },
    written() {
      for (const { _id } of taken) customersNow(deps).forget(_id);
    },
  };
}

/** Those about whose places somebody has said something, whatever was decided. */
async function thoseWithProposals(customers: readonly CustomerRecord[]): Promise<Set<string>> {
  const asked = customers.flatMap(({ _id, sites }) => sites.map(({ siteId }) => proposalIdOf(_id, siteId)));
  return new Set((await findProposals(asked)).map(({ customerId }) => customerId));
}

async function tellOwners(
  { clock, realNow }: TakingDeps,
  taken: readonly CustomerRecord[],
  { importId, runId, by, byName, cause }: Taking,
  session: ClientSession,
): Promise<void> {
  const at = clock.now();
  const today = businessDayOf(at);
  const lost = new Map<string, number>();
  for (const customer of taken)
    for (const memberId of new Set(ownersFrom(customer, today))) lost.set(memberId, (lost.get(memberId) ?? 0) + 1);
  if (lost.size === 0) return;
  const payload = {
    ...{ importId, runId, isUndone: true, from: today, byId: by.id, byName, at: at.toISOString() },
    people: [...lost].map(([memberId, count]) => ({ memberId, gained: 0, lost: count })),
  };
  await emit(ownersImportedEvent(payload, { cause }), session, realNow());
}
