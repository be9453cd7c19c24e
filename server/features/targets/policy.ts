import type { Actor } from "@shared/domain/actor";

/** Whose target it is and where that is: the units above, nearest first; none for the company. */
export interface TargetPlace {
  subjectId: string;
  above: readonly string[];
}

/** One's own target, or that of a unit that one leads. */
export const isOwnTarget = (actor: Actor, subjectId: string): boolean =>
  actor.kind === "member" && (subjectId === actor.id || actor.leads.includes(subjectId));

/** HR everywhere, leaders below the units that they lead, another system by its key; nobody for themselves. */
export function maySetTarget(actor: Actor, place: TargetPlace): boolean {
  if (actor.kind === "apiKey") return actor.scopes.includes("targets.write");
  return mayPublishTarget(actor, place);
}

/** As `maySetTarget`, but what counts is put in force by people (and by the set-up of a company). */
export function mayPublishTarget(actor: Actor, place: TargetPlace): boolean {
  if (actor.kind === "job") return true;
  if (actor.kind !== "member" || isOwnTarget(actor, place.subjectId)) return false;
  return actor.roles.includes("hr") || place.above.some((unitId) => actor.leads.includes(unitId));
}

/** Once a month has begun its targets change pay, the first ones, too: then HR alone. */
export function mayChangeRunningTarget(actor: Actor): boolean {
  return actor.kind === "job" || (actor.kind === "member" && actor.roles.includes("hr"));
}

const readers = ["hr", "finance", "auditor"] as const;

/** HR, finance and auditors see everybody's. Others see their own and those of the units that they lead, and below. */
export function mayReadAllTargets(actor: Actor): boolean {
  return actor.kind === "member" && readers.some((role) => actor.roles.includes(role));
}

export function mayReadTarget(actor: Actor, place: TargetPlace): boolean {
  if (mayReadAllTargets(actor)) return true;
  if (actor.kind !== "member") return false;
  return isOwnTarget(actor, place.subjectId) || place.above.some((unitId) => actor.leads.includes(unitId));
}
