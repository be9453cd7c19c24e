import { type Actor, type ActorName, actorKeyOf } from "@shared/domain/actor";
import type { PlanScope } from "@shared/domain/pay";

/** HR writes plans, and the set-up of a company; another system with its key may write drafts. */
export function mayDraftPlan(actor: Actor): boolean {
  return mayReviewPlan(actor) || (actor.kind === "apiKey" && actor.scopes.includes("plans.write"));
}

/** Administrators write the first plan of a company in which nobody has published one yet; HR, or who stands in, publishes it. */
export function mayWriteFirstPlan(actor: Actor): boolean {
  return actor.kind === "member" && actor.roles.includes("admin");
}

/** HR puts plans before each other and sends them back. */
export function mayReviewPlan(actor: Actor): boolean {
  return actor.kind === "job" || (actor.kind === "member" && actor.roles.includes("hr"));
}

/** Whoever may have submitted a version; that they did is said by its steps. */
export const mayWithdrawPlan = (actor: Actor): boolean => mayReviewPlan(actor) || mayWriteFirstPlan(actor);

/** HR; `requirePublisher` says who of them, and when finance or administrators stand in. */
export function mayPublishPlan(actor: Actor): boolean {
  return mayReviewPlan(actor) || (actor.kind === "member" && standIns.some((role) => actor.roles.includes(role)));
}

const standIns = ["finance", "admin"] as const;

/** From which day on the company pays by plans is said by whoever sets it up: HR, and administrators. */
export const firstPayingDayRoles = ["hr", "admin"] as const;

export function maySetFirstPayingDay(actor: Actor): boolean {
  return actor.kind === "member" && firstPayingDayRoles.some((role) => actor.roles.includes(role));
}

export function mayReadFirstPayingDay(actor: Actor): boolean {
  return maySetFirstPayingDay(actor) || mayReadAllPlans(actor);
}

/** A second person puts a plan in force: neither who wrote any draft of it nor who submitted it. */
export function isSecondPerson(actor: ActorName, steps: readonly { action: string; by: ActorName }[]): boolean {
  const own = steps.filter(({ action }) => action === "draft" || action === "submit");
  return own.every(({ by }) => actorKeyOf(by) !== actorKeyOf(actor));
}

/** An officer, and whether what is decided changes their own pay. */
export interface Candidate {
  memberId: string;
  isHr: boolean;
  isPaidByIt: boolean;
}

/**
 * Who decides on what pays people: HR whom it does not pay; where there is nobody, finance and administrators whom it does not
 * pay; and only in a company in which it pays them all, HR or else those, so that nothing waits for ever.
 */
export function disinterested<C extends Candidate>(candidates: readonly C[]): C[] {
  const outside = candidates.filter(({ isPaidByIt }) => !isPaidByIt);
  const hr = (some: readonly C[]) => some.filter(({ isHr }) => isHr);
  return [hr(outside), outside, hr(candidates)].find((some) => some.length > 0) ?? [...candidates];
}

const readers = ["hr", "finance", "auditor"] as const;

/** HR, finance and auditors see every version in every state. */
export function mayReadAllPlans(actor: Actor): boolean {
  return actor.kind === "member" && readers.some((role) => actor.roles.includes(role));
}

/** A whole version, with everybody whom it is for. Administrators see what is in review, since they may have to stand in for HR. */
export function mayReadWholePlan(actor: Actor, { state }: { state: string }): boolean {
  return mayReadAllPlans(actor) || (state === "inReview" && mayPublishPlan(actor));
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
  if (mayReadWholePlan(actor, version)) return true;
  if (actor.kind !== "member" || version.state !== "published") return false;
  const { members = [], orgUnits = [] } = version.scope;
  return members.includes(actor.id) || orgUnits.some((unitId) => unitIds.includes(unitId));
}
