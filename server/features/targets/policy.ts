import type { Actor, MemberActor } from "@shared/domain/actor";

/** Whose target it is and where that is: the units above, nearest first; none for the company. */
export interface TargetPlace {
  subjectId: string;
  above: readonly string[];
}

/** One's own target, or that of a unit that one leads. */
export const isOwnTarget = (actor: Actor, subjectId: string): boolean =>
  actor.kind === "member" && (subjectId === actor.id || actor.leads.includes(subjectId));

/** What somebody's own pay has to do with targets, see `readInterest`. */
export interface Interest {
  /** Units whose results the person's own pay of the period depends on. */
  paidBy: ReadonlySet<string>;
  /** Whether the person is one of those who decide on a target for the whole company: HR, or who stands in for HR. */
  decides(subjectId: string): boolean;
}

/** HR everywhere, leaders below the units that they lead, another system by its key; nobody for themselves. */
export function maySetTarget(actor: Actor, place: TargetPlace, interest: Interest): boolean {
  if (actor.kind === "apiKey") return actor.scopes.includes("targets.write");
  return mayPublishTarget(actor, place, interest);
}

/** As `maySetTarget`, but what counts is put in force by people (and by the set-up of a company). */
export function mayPublishTarget(actor: Actor, place: TargetPlace, interest: Interest): boolean {
  if (actor.kind === "job") return true;
  if (actor.kind !== "member" || isOwnTarget(actor, place.subjectId)) return false;
  if (interest.decides(place.subjectId)) return true;
  return leadsAbove(actor, place) && !interest.paidBy.has(place.subjectId);
}

/** Whether it is only that the target changes the person's own pay what keeps them from deciding on it. */
export function isOwnPay(actor: Actor, place: TargetPlace, interest: Interest): boolean {
  if (actor.kind !== "member" || !interest.paidBy.has(place.subjectId)) return false;
  return (actor.roles.includes("hr") || leadsAbove(actor, place)) && !mayPublishTarget(actor, place, interest);
}

/** Those of the subjects whose targets change the actor's own pay: audit entries say it wherever they decide all the same. */
export const paidByOwn = (subjectIds: readonly string[], { paidBy }: Interest): { actorIsPaidBy?: string[] } => {
  const actorIsPaidBy = subjectIds.filter((subjectId) => paidBy.has(subjectId));
  return actorIsPaidBy.length > 0 ? { actorIsPaidBy } : {};
};

const leadsAbove = ({ leads }: MemberActor, { above }: TargetPlace): boolean =>
  above.some((unitId) => leads.includes(unitId));

/** Once a month has begun its targets change pay, the first ones, too: then HR alone, or who stands in for HR. */
export function mayChangeRunningTargets(actor: Actor, subjectIds: readonly string[], interest: Interest): boolean {
  return actor.kind === "job" || (actor.kind === "member" && subjectIds.every((id) => interest.decides(id)));
}

const readers = ["hr", "finance", "auditor"] as const;

/** HR, finance and auditors see everybody's. Others see their own and those of the units that they lead, and below. */
export function mayReadAllTargets(actor: Actor): boolean {
  return actor.kind === "member" && readers.some((role) => actor.roles.includes(role));
}

export function mayReadTarget(actor: Actor, place: TargetPlace): boolean {
  if (mayReadAllTargets(actor)) return true;
  if (actor.kind !== "member") return false;
  return isOwnTarget(actor, place.subjectId) || leadsAbove(actor, place);
}
