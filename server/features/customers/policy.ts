import type { Actor } from "@shared/domain/actor";
import type { OwnerShare } from "@shared/domain/customer";

/** Who owns a customer today, and the units of each, from the team up. */
export interface Owners {
  owners: readonly OwnerShare[];
  unitPaths: ReadonlyMap<string, readonly string[]>;
}

/** Leaders of a unit of each of these people, administrators, and the set-up. */
function standsAbove(actor: Actor, memberIds: readonly string[], { unitPaths }: Pick<Owners, "unitPaths">): boolean {
  if (actor.kind === "job") return true;
  if (actor.kind !== "member") return false;
  if (actor.roles.includes("admin")) return true;
  const leads = (memberId: string) => (unitPaths.get(memberId) ?? []).some((unitId) => actor.leads.includes(unitId));
  return memberIds.length > 0 && memberIds.every(leads);
}

const idsOf = (owners: readonly OwnerShare[]): string[] => owners.map(({ memberId }) => memberId);
const isSystem = (actor: Actor): boolean => actor.kind === "apiKey" && actor.scopes.includes("customers.write");

/** Whoever belongs to a sales team adds own customers; leaders for their units, administrators and other systems for all. */
export function mayCreateCustomer(actor: Actor, given: Owners): boolean {
  const ids = idsOf(given.owners);
  const isOwn = actor.kind === "member" && actor.teamId !== null && ids.length === 1 && ids[0] === actor.id;
  return isOwn || isSystem(actor) || standsAbove(actor, ids, given);
}

/** Whoever may add customers at all reads what one may be a second one of. */
export const mayFindSimilar = (actor: Actor): boolean =>
  actor.kind === "member" && (actor.teamId !== null || actor.leads.length > 0 || actor.roles.includes("admin"));

/** Whoever serves a client says that one which they have typed is that one. */
export const mayJoinCustomer = (
  actor: Pick<Actor, "kind" | "id">,
  { servedByIds }: { servedByIds: readonly string[] },
): boolean => actor.kind === "member" && servedByIds.includes(actor.id);

/** Owners, leaders of one of them, administrators and other systems keep a customer up. */
export function mayEditCustomer(actor: Actor, customer: Owners): boolean {
  const ids = idsOf(customer.owners);
  const isOwner = actor.kind === "member" && ids.includes(actor.id);
  return isOwner || isSystem(actor) || standsAboveOne(actor, customer);
}

/** Leaders of an owner, and administrators. */
const standsAboveOne = (actor: Actor, customer: Owners): boolean =>
  idsOf(customer.owners).some((memberId) => standsAbove(actor, [memberId], customer)) ||
  standsAbove(actor, [], customer);

/** Their pin is a confirmed one: not of whoever owns it, whose own check-ins it would judge, leader or not. */
export function mayConfirmPin(actor: Actor, customer: Owners): boolean {
  const isOwn = actor.kind === "member" && idsOf(customer.owners).includes(actor.id);
  return !isOwn && standsAboveOne(actor, customer);
}

/** Leaders of an owner, administrators and other systems say what other systems call it: by that an import finds whose client it brings. */
export const mayNumberCustomer = (actor: Actor, customer: Owners): boolean =>
  isSystem(actor) || mayConfirmPin(actor, customer);

/**
 * Leaders of those who own it now (one is enough) and of all who will; administrators for everybody. Nobody to their own gain:
 * whoever is to own it keeps just the share that was theirs already.
 * @param replaced who would own it otherwise, on the day and at each later change that was arranged
 */
export function mayAssignCustomer(
  actor: Actor,
  customer: Owners,
  next: readonly OwnerShare[],
  replaced: readonly (readonly OwnerShare[])[],
): boolean {
  const shareOf = (owners: readonly OwnerShare[]) => owners.find(({ memberId }) => memberId === actor.id)?.share;
  const isOther = (owners: readonly OwnerShare[]) => shareOf(owners) !== shareOf(next);
  const gains = actor.kind === "member" && shareOf(next) !== undefined && replaced.some(isOther);
  return !gains && standsAboveOne(actor, customer) && standsAbove(actor, idsOf(next), customer);
}

/** Whoever may give it to somebody, as far as it alone says: people, who know to whom. */
export const mayGiveCustomer = (actor: Actor, customer: Owners): boolean =>
  actor.kind === "member" && standsAboveOne(actor, customer);

/** Whoever gives some customer or other to somebody. */
export const mayGiveCustomers = (actor: Actor): boolean =>
  actor.kind === "member" && (actor.leads.length > 0 || actor.roles.includes("admin"));

interface Merging extends Pick<Owners, "unitPaths"> {
  present: readonly (readonly OwnerShare[])[];
  /** From the day on from which the merge counts: who owns the one that stays, and who would own the other. */
  keptNext: readonly (readonly OwnerShare[])[];
  otherNext: readonly (readonly OwnerShare[])[];
}

/** Whether somebody's share of a client would be another by it: nobody makes two one for themselves, nor somebody else in their place. */
export function gainsByMerge(memberId: string, { keptNext, otherNext }: Merging): boolean {
  const shareOf = (owners: readonly OwnerShare[]) => owners.find((owner) => owner.memberId === memberId)?.share;
  return keptNext.some(
    (kept) => shareOf(kept) !== undefined && otherNext.some((other) => shareOf(other) !== shareOf(kept)),
  );
}

/** Whoever stands above all owners of both, today's and those to come, and does not get more of a client by it. */
export function mayMergeCustomers(actor: Actor, merging: Merging): boolean {
  const { present, keptNext, unitPaths } = merging;
  return (
    actor.kind === "member" &&
    !gainsByMerge(actor.id, merging) &&
    mayMakeOne(actor, { present: [...present, ...keptNext.filter((owners) => owners.length > 0)], unitPaths })
  );
}

/** Whoever stands above all owners of both: to undo a merge, or to say whether two are one. */
export const mayMakeOne = (
  actor: Actor,
  { present, unitPaths }: { present: readonly (readonly OwnerShare[])[] } & Pick<Owners, "unitPaths">,
): boolean => actor.kind === "member" && present.every((owners) => standsAbove(actor, idsOf(owners), { unitPaths }));

/** Whoever may make others one with it, as far as it alone says. */
export const mayMergeInto = (actor: Actor, customer: Owners): boolean =>
  actor.kind === "member" && standsAbove(actor, idsOf(customer.owners), customer);

/** Auditors read every customer, and that they did is noted. */
export const mayAuditCustomers = (actor: Actor): boolean => actor.kind === "member" && actor.roles.includes("auditor");

/** Whoever serves it, or is to, or keeps it up. */
export function mayReadCustomer(actor: Actor, customer: Owners, servedByIds: readonly string[]): boolean {
  return (actor.kind === "member" && servedByIds.includes(actor.id)) || mayEditCustomer(actor, customer);
}
