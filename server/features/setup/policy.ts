import type { Actor } from "@shared/domain/actor";

/** Administrators set the company up; HR sees its own part of it. */
export function mayReadSetup(actor: Actor): boolean {
  return maySetUp(actor) || (actor.kind === "member" && actor.roles.includes("hr"));
}

export function maySetUp(actor: Actor): boolean {
  return actor.kind === "member" && actor.roles.includes("admin");
}
