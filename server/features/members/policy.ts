import type { Actor } from "@shared/domain/actor";

/** Administrators give and take roles, never their own; whoever runs the server names the first one. */
export function mayChangeRoles(actor: Actor, memberId: string): boolean {
  if (actor.kind === "job") return true;
  return actor.kind === "member" && actor.roles.includes("admin") && actor.id !== memberId;
}

export function mayReadRoles(actor: Actor, memberId: string): boolean {
  return actor.kind === "member" && (actor.roles.includes("admin") || actor.id === memberId);
}
