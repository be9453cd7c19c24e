import type { Actor } from "@shared/domain/actor";

/** Administrators give and take roles, never their own; whoever runs the server names the first one. */
export function mayChangeRoles(actor: Actor, memberId: string): boolean {
  if (actor.kind === "job") return true;
  return actor.kind === "member" && actor.roles.includes("admin") && actor.id !== memberId;
}

/** Administrators and auditors see everybody's, others their own. */
export function mayReadRoles(actor: Actor, memberId: string): boolean {
  if (actor.kind !== "member") return false;
  return actor.roles.includes("admin") || actor.roles.includes("auditor") || actor.id === memberId;
}
