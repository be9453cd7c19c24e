import type { ClientSession } from "mongoose";
import type { MemberActor } from "@shared/domain/actor";
import { ownedFrom, type OwnerShare, ownersOn } from "@shared/domain/customer";
import type { BusinessDay } from "@shared/domain/time";
import type { Deps } from "../../deps";
import { emit } from "../../outbox";
import type { CustomerRecord } from "./customerModel";
import { ownersChangedEvent, type OwnersImported, ownersImportedEvent } from "./events";
import { coServiceOf, readEarliest, readOwners, servingOf, spansOf } from "./ownership";
import { mayAssignCustomer } from "./policy";

/** What a table gives a client to, from a day on. */
export interface OwnerGiving {
  customer: CustomerRecord;
  from: BusinessDay;
  before: OwnerShare[];
  after: OwnerShare[];
  lostIds: string[];
  presentIds: string[];
  set: Partial<CustomerRecord>;
}

interface Wanted {
  customer: CustomerRecord;
  /** As the table has it, somebody who is here. */
  ownerId: string;
}

/**
 * Which of these clients go to whom a table names, from the first day from which they may: by the rules of whoever gives one out by hand.
 * A column has one name, so that what several share stays theirs where it names one of them; and what was arranged for a later day is not
 * undone by it.
 * @returns by the client's id; `arranged`, `refused`: it stays as it is. What is so already is left out
 */
export async function ownersByTable(
  giver: MemberActor,
  wanted: readonly Wanted[],
  today: BusinessDay,
): Promise<Map<string, OwnerGiving | "arranged" | "refused">> {
  const nextOf = (ownerId: string): OwnerShare[] => [{ memberId: ownerId, share: "1" }];
  const presentOf = ({ customer }: Wanted) => ownersOn(spansOf(customer), today);
  const { unitPaths } = await readOwners(
    wanted.flatMap(presentOf),
    today,
    wanted.flatMap(({ ownerId }) => nextOf(ownerId)),
  );
  const earliestOf = await readEarliest(wanted.flatMap(presentOf), today);
  const judged = wanted.map((one): [string, OwnerGiving | "arranged" | "refused" | null] => {
    const { customer, ownerId } = one;
    const [owners, after, spans] = [presentOf(one), nextOf(ownerId), spansOf(customer)];
    const from = earliestOf(owners);
    const later = spans.flatMap((span) => (span.from > from ? [span.from] : []));
    const replaced = [from, ...later].map((day) => ownersOn(spans, day));
    if (replaced.some((some) => some.some(({ memberId }) => memberId === ownerId))) return [customer._id, null];
    if (later.length > 0) return [customer._id, "arranged"];
    if (!mayAssignCustomer(giver, { owners, unitPaths }, after, replaced)) return [customer._id, "refused"];
    const before = ownersOn(spans, from);
    const presentIds = owners.map(({ memberId }) => memberId);
    const set = servingOf(ownedFrom(spans, from, after), coServiceOf(customer), customer.coServedByIds, today);
    const lostIds = [...new Set([...presentIds, ...before.map(({ memberId }) => memberId)])];
    return [customer._id, { ...{ customer, from, before, after, lostIds, presentIds, set } }];
  });
  return new Map(judged.flatMap(([id, found]) => (found ? [[id, found] as const] : [])));
}

/** Says of one that it is somebody else's; its people are told of all that are given together. */
export const emitGiven = (
  { customer, from, after, lostIds, presentIds }: OwnerGiving,
  { giver, reason, at, realNow }: { giver: MemberActor; reason: string | null; at: Date; realNow: Date },
  session: ClientSession,
): Promise<void> => {
  const ids = after.map(({ memberId }) => memberId);
  const event = ownersChangedEvent({
    ...{ customerId: customer._id, customerName: customer.shortName, from, ownerIds: ids, owners: after },
    ...{ gainedIds: ids, lostIds, presentIds, byId: giver.id, byName: giver.name, reason },
    ...{ isToldTogether: true, revision: customer.revision + 1, at: at.toISOString() },
  });
  return emit(event, session, realNow);
};

/** Those to whom clients are given are told once more have come, of as many as there are by then. */
const toldAfterMs = 30_000;

/**
 * Says how many clients come to whom, and leave whom.
 * @param told `addedTo`: the owner of each that is new
 */
export async function emitTold(
  { givings, addedTo, today }: { givings: readonly OwnerGiving[]; addedTo: readonly string[]; today: BusinessDay },
  {
    origin,
    cause,
    by,
    deps,
  }: {
    /** The table that gives them; by hand there is none. */
    origin: Pick<OwnersImported, "importId" | "runId" | "byHand" | "reason">;
    cause: string;
    by: { id: string; name: string };
    deps: Pick<Deps, "clock" | "realNow">;
  },
  session: ClientSession,
): Promise<void> {
  const realNow = deps.realNow();
  // New ones are told of with those that begin today, whenever they say that theirs began.
  for (const from of new Set([...(addedTo.length > 0 ? [today] : []), ...givings.map((one) => one.from)])) {
    const people = new Map<string, { gained: number; lost: number; added: number }>();
    const count = (memberId: string, what: "gained" | "lost" | "added") => {
      const counted = people.get(memberId) ?? { gained: 0, lost: 0, added: 0 };
      people.set(memberId, { ...counted, [what]: counted[what] + 1 });
    };
    if (from === today) for (const memberId of addedTo) count(memberId, "added");
    for (const one of givings.filter((giving) => giving.from === from)) {
      for (const { memberId } of one.after) count(memberId, "gained");
      for (const memberId of one.lostIds) count(memberId, "lost");
    }
    const payload = {
      ...{ ...origin, from, byId: by.id, byName: by.name, at: deps.clock.now().toISOString() },
      people: [...people].map(([memberId, counts]) => ({ memberId, ...counts })),
    };
    const dueAt = new Date(realNow.getTime() + toldAfterMs);
    await emit(ownersImportedEvent(payload, { cause: `${cause}:${from}`, dueAt }), session, realNow);
  }
}
