import { type Actor, type ActorName, actorKeyOf } from "@shared/domain/actor";
import type { PlanScope } from "@shared/domain/pay";

/** HR writes plans, and the set-up of a company; another system with its key may write drafts. */
export function mayDraftPlan(actor: Actor): boolean {
  return mayReviewPlan(actor) || (actor.kind === "apiKey" && actor.scopes.includes("plans.write"));
}

/** HR puts plans before each other and sends them back. */
export function mayReviewPlan(actor: Actor): boolean {
  return actor.kind === "job" || (actor.kind === "member" && actor.roles.includes("hr"));
}

/** A second person puts a plan in force: neither who wrote any draft of it nor who submitted it. */
export function isSecondPerson(actor: ActorName, steps: readonly { action: string; by: ActorName }[]): boolean {
  const own = steps.filter(({ action }) => action === "draft" || action === "submit");
  return own.every(({ by }) => actorKeyOf(by) !== actorKeyOf(actor));
}

const readers = ["hr", "finance", "auditor"] as const;

/** HR, finance and auditors see every version in every state. */
export function mayReadAllPlans(actor: Actor): boolean {
  return actor.kind === "member" && readers.some((role) => actor.roles.includes(role));
}

/**
 * Those whom it is for see what is published, and leaders what is published for their units.
 * @param unitIds the reader's unit and all above it, and the units that the reader leads and all below them
 */
export function mayReadPlan(
  actor: Actor,
  version: { state: string; scope: PlanScope },
  unitIds: readonly string[],
): boolean {
  if (mayReadAllPlans(actor)) return true;
  if (actor.kind !== "member" || version.state !== "published") return false;
  const { members = [], orgUnits = [] } = version.scope;
  return members.includes(actor.id) || orgUnits.some((unitId) => unitIds.includes(unitId));
}
