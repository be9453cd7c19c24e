import type { AnswerOf, BodyOf } from "@shared/contracts";
import { ownersOn, type OwnerShare } from "@shared/domain/customer";
import { mergedFrom } from "@shared/domain/customerMerge";
import { type BusinessDay, businessDayOf } from "@shared/domain/time";
import { AppError } from "@shared/errors";
import { command, updateAtRevision } from "../../db";
import type { Deps } from "../../deps";
import { allow, type MemberActor } from "../../http";
import { emit } from "../../outbox";
import { placesOf } from "../absences";
import { contactsOf, replaceContacts } from "./contacts";
import { CustomerModel, type CustomerRecord } from "./customerModel";
import { customersNow, findCustomer, findCustomerItself } from "./customers";
import { mergedEvent } from "./events";
import { comingContacts, goneSet, keptSet, mergedPart, type MergePlan, planOf, requireRoom } from "./mergePlan";
import { closeProposal, openProposalsOf } from "./pinProposals";
import type { PinProposalRecord } from "./pinProposalModel";
import { ownersFrom, readOwners, readOwnersOf, spansOf } from "./ownership";
import { gainsByMerge, mayMergeCustomers, mayMergeInto } from "./policy";

type MergeDeps = Pick<Deps, "clock" | "realNow" | "caches" | "fieldKeys">;

/** Who wants the second client to become the first, and on what day. */
export interface MergeAsked {
  actor: MemberActor;
  customerId: string;
  otherId: string;
  today: BusinessDay;
}

/**
 * @returns also in whose place it would be done; null by an own right
 * @throws AppError "right.missing" for whoever may not; "customer.unknown"; "customer.merged" where one has become another already;
 *   "input.invalid" for one and the same
 */
export async function planMerge(
  deps: Pick<Deps, "fieldKeys">,
  { actor, customerId, otherId, today }: MergeAsked,
): Promise<MergePlan & { insteadOfId: string | null }> {
  const [kept, other] = await Promise.all([findCustomerItself(customerId), findCustomerItself(otherId)]);
  // One that is gone is nobody's from the next day on: what it has become is said first, to whom that one is theirs to merge.
  const people = await placesOf(actor, today);
  for (const customer of [kept, other]) await refuseMerged(customer, { people, today });
  const decider = await mergerOf(people, { kept, other }, today);
  allow(decider !== null, "clients are made one by whoever leads all their owners, and gains nothing by it");
  if (kept._id === other._id) {
    const fields = [{ field: "otherId", code: "customer.same" }];
    throw new AppError("input.invalid", "a customer is one with itself", { fields });
  }
  const [keptContacts, otherContacts] = await Promise.all([contactsOf(deps, customerId), contactsOf(deps, otherId)]);
  const plan = planOf({ kept, other, keptContacts, otherContacts }, today);
  return { ...plan, insteadOfId: decider.id === actor.id ? null : decider.id };
}

/** @throws AppError "customer.merged" with the one that it has become, for whoever may make others one with that */
async function refuseMerged(
  customer: CustomerRecord,
  { people, today }: { people: readonly MemberActor[]; today: BusinessDay },
): Promise<void> {
  if (!customer.merged) return;
  const into = await findCustomer(customer._id);
  const owners = await readOwnersOf(into, today);
  allow(
    people.some((person) => mayMergeInto(person, owners)),
    "clients are made one by whoever leads all their owners",
  );
  throw new AppError("customer.merged", `${customer._id} has become ${into._id}`, {
    goneName: customer.shortName,
    intoId: into._id,
    intoName: into.shortName,
  });
}

/** Whoever owns a customer tomorrow, and at each later change that is arranged. */
function ownersToCome(customer: CustomerRecord, from: BusinessDay): OwnerShare[][] {
  const spans = spansOf(customer);
  return [from, ...spans.flatMap((span) => (span.from > from ? [span.from] : []))].map((day) => ownersOn(spans, day));
}

/** By whose right it may be done, their own first; null: by nobody's. @param people who does it, then those in whose place */
async function mergerOf(
  people: readonly MemberActor[],
  { kept, other }: Pick<MergePlan, "kept" | "other">,
  today: BusinessDay,
): Promise<MemberActor | null> {
  const from = mergedFrom(today);
  const [keptNext, otherNext] = [ownersToCome(kept, from), ownersToCome(other, from)];
  const present = [kept, other].map((customer) => ownersOn(spansOf(customer), today));
  const { unitPaths } = await readOwners([...present, ...keptNext, ...otherNext].flat(), today);
  const merging = { present, keptNext, otherNext, unitPaths };
  const [actor] = people;
  if (!actor || gainsByMerge(actor.id, merging)) return null;
  return people.find((person) => mayMergeCustomers(person, merging)) ?? null;
}

/**
 * Makes one client of two. Nothing that was recorded is rewritten: it stays under its id, with its owners, and is read as the
 * remaining client's from now on; see `shared/domain/customerMerge`. May be repeated.
 */
export async function mergeCustomers(
  deps: MergeDeps,
  { actor, customerId, body }: { actor: MemberActor; customerId: string; body: BodyOf<"customers.merge"> },
): Promise<AnswerOf<"customers.merge">> {
  const { commandId, otherId, revision, otherRevision, reason } = body;
  const whole = { ...body, customerId };
  const answer = await command({ actor, commandId, kind: "customers.merge", body: whole }, async () => {
    const at = deps.clock.now();
    const today = businessDayOf(at);
    const plan = await planMerge(deps, { actor, customerId, otherId, today });
    const { kept, other, insteadOfId } = plan;
    requireSeen(kept, revision);
    requireSeen(other, otherRevision);
    requireRoom(plan);
    // Above both: whoever still corrects one of them under either id has seen another state.
    const next = Math.max(kept.revision, other.revision) + 1;
    const merged = mergedPart(plan, { on: today, at, byName: actor.name });
    const overtaken = await overtakenBy(plan);
    const gone = { ...goneSet(other, today), merged };
    return {
      answer: { customerId, revision: next },
      audit: {
        action: "customers.merge",
        subject: `customer:${customerId}`,
        at,
        detail: { otherId, otherName: other.shortName, reason, ...(insteadOfId !== null && { insteadOfId }) },
      },
      write: async (session) => {
        const set = await keptSet(plan, today);
        await updateAtRevision(CustomerModel, { id: customerId, revision: kept.revision, set, next }, session);
        await updateAtRevision(CustomerModel, { id: otherId, revision: other.revision, set: gone, next }, session);
        const people = [...plan.keptContacts, ...comingContacts(plan)];
        replaceContacts(deps, customerId, { before: plan.keptContacts, after: people, revision: next }, session);
        for (const proposal of overtaken)
          await closeProposal(proposal, "overtaken", { session, at, realNow: deps.realNow() });
        const memberIds = [
          ...kept.servedByIds,
          ...other.servedByIds,
          ...ownersFrom(kept, today),
          ...ownersFrom(other, today),
        ];
        const event = mergedEvent({ kept, other, memberIds, actor, next, at, isUndone: false });
        await emit(event, session, deps.realNow());
      },
    };
  });
  for (const id of [customerId, otherId]) customersNow(deps).forget(id);
  return answer;
}

function requireSeen({ _id, revision }: CustomerRecord, seen: number): void {
  if (revision !== seen) throw new AppError("stale", `customer ${_id} was changed meanwhile`, { revision });
}

/** Pins that wait for a place of one of the two of which the other has a confirmed pin: a leader has said where that is. */
async function overtakenBy({ kept, other, sites, pins }: MergePlan): Promise<PinProposalRecord[]> {
  const isConfirmed = (customer: CustomerRecord, siteId: string) =>
    customer.sites.some((site) => site.siteId === siteId && site.pinStatus === "confirmed");
  const known = sites.filter(({ isAdded, asId }) => !isAdded && isConfirmed(kept, asId)).map(({ id }) => id);
  const taken = pins.filter(({ fromSiteId }) => isConfirmed(other, fromSiteId)).map(({ siteId }) => siteId);
  const [ofKept, ofOther] = await Promise.all([openProposalsOf(kept), openProposalsOf(other)]);
  return [
    ...ofOther.filter(({ siteId }) => known.includes(siteId)),
    ...ofKept.filter(({ siteId }) => taken.includes(siteId)),
  ].map(({ proposal }) => proposal);
}
