import type { Actor } from "@shared/domain/actor";
import { mayBeginPlans, mayReviewPlan } from "../plans";

const has = (actor: Actor, roles: readonly string[]): boolean =>
  actor.kind === "member" && actor.roles.some((role) => roles.includes(role));

/** HR, finance, and an administrator with a company's first plan. */
export const maySimulate = async (actor: Actor): Promise<boolean> =>
  mayReviewPlan(actor) || has(actor, ["finance"]) || mayBeginPlans(actor);

/** What a person would get: for HR, finance and auditors, each look noted. */
export const maySeePeople = (actor: Actor): boolean => has(actor, ["hr", "finance", "auditor"]);
