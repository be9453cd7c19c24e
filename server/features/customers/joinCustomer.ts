import type { AnswerOf } from "@shared/contracts";
import type { Gcj02Point } from "@shared/domain/geo";
import type { PinTaken } from "@shared/domain/pin";
import { normalisedPhone } from "@shared/domain/phone";
import { isTypedPlaceOf, noOwnDay } from "@shared/domain/customerMerge";
import { businessDayOf } from "@shared/domain/time";
import { type Decision, insert, onEnded, updateAtRevision } from "../../db";
import type { Deps } from "../../deps";
import { allow, type MemberActor } from "../../http";
import { emit } from "../../outbox";
import { type Contact, contactsOf, replaceContacts } from "./contacts";
import { CustomerModel, type CustomerRecord } from "./customerModel";
import { customersNow, findCustomer } from "./customers";
import { mergedEvent } from "./events";
import { comingContacts, goneSet, keptSet, mergedPart, planOf, requireRoom, sitesAfter } from "./mergePlan";
import { usedPin } from "./pinProposals";
import { mayJoinCustomer } from "./policy";
import { pinOf } from "./searchFields";

/**
 * A client that was typed without a network and is one that is known: its ids lead there, so that check-ins, records and sales that wait on
 * the phone follow by themselves. It never was one of its own: whatever is recorded at it, of whatever day, is the other's. What was typed of places and people
 * comes along as with a merge, and is undone like one.
 */
export async function joinCustomer(
  deps: Pick<Deps, "clock" | "realNow" | "caches" | "fieldKeys">,
  typed: {
    actor: MemberActor;
    sameAsId: string;
    record: Omit<CustomerRecord, "schemaVersion">;
    contacts: Contact[];
    /** Whether whoever asks confirms pins of it. */
    confirms: boolean;
    /** From which position of theirs a pin was given. */
    takenOf: (pin: Gcj02Point | null) => PinTaken | null;
  },
): Promise<Decision<AnswerOf<"customers.create">>> {
  const { actor, sameAsId } = typed;
  const at = deps.clock.now();
  const today = businessDayOf(at);
  const kept = await findCustomer(sameAsId);
  allow(mayJoinCustomer(actor, kept), "what one adds follows to a client that one serves");
  const other = { ...typed.record, schemaVersion: 1 };
  // In one form for each number, by which people are compared.
  const otherContacts = typed.contacts.map((one) => ({ ...one, phone: one.phone && normalisedPhone(one.phone) }));
  const keptContacts = await contactsOf(deps, kept._id);
  const plan = planOf({ kept, other, keptContacts, otherContacts }, today, isTypedPlaceOf(kept.sites.length));
  requireRoom(plan);
  const next = kept.revision + 1;
  // Its people are the known client's from the beginning, also where it is undone.
  const merged = { ...mergedPart(plan, { on: noOwnDay, at, byName: actor.name }), contacts: [] };
  const gone = { ...typed.record, ...goneSet(other, noOwnDay), merged, revision: next };
  const wasOf = (siteId: string) => kept.sites.find((site) => site.siteId === siteId) ?? null;
  const moved = sitesAfter(plan).filter((site) => pinOf(site) !== null && !isSamePin(site, wasOf(site.siteId)));
  const asPins = await Promise.all(
    (typed.confirms ? [] : moved).map((site) =>
      usedPin(kept, { site, was: wasOf(site.siteId), taken: typed.takenOf(pinOf(site)) }, actor, { at, ...deps }),
    ),
  );
  const set = await keptSet(plan, today);
  return {
    answer: { customerId: kept._id, revision: next, created: false },
    audit: {
      action: "customers.merge",
      subject: `customer:${kept._id}`,
      at,
      detail: { otherId: other._id, otherName: other.shortName },
    },
    write: async (session) => {
      onEnded(session, () => customersNow(deps).forget(kept._id));
      await insert(CustomerModel, gone, session);
      await updateAtRevision(CustomerModel, { id: kept._id, revision: kept.revision, set, next }, session);
      const people = [...keptContacts, ...comingContacts(plan)];
      replaceContacts(deps, kept._id, { before: keptContacts, after: people, revision: next }, session);
      for (const write of asPins) await write(session);
      const event = mergedEvent({
        ...{ kept, other, next, at, isUndone: false },
        memberIds: kept.servedByIds,
        actor,
      });
      await emit(event, session, deps.realNow());
    },
  };
}

function isSamePin(site: CustomerRecord["sites"][number], was: CustomerRecord["sites"][number] | null): boolean {
  return was !== null && site.latDeg === (was.latDeg ?? null) && site.lngDeg === (was.lngDeg ?? null);
}
