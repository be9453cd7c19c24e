import type { Actor } from "@shared/domain/actor";

/** HR, administrators and auditors see what is kept of everybody. */
export const mayReadStaff = (actor: Pick<Actor, "kind" | "roles">): boolean =>
  actor.kind === "member" && (["hr", "admin", "auditor"] as const).some((role) => actor.roles.includes(role));

/** HR and administrators type it, of themselves somebody else does: how one sells and since when may decide what one is paid. So does whoever sets a company up. */
export const mayChangeStaff = (actor: Pick<Actor, "kind" | "roles" | "id">, memberId: string): boolean =>
  actor.kind === "job" || (mayAskForDirectory(actor) && actor.id !== memberId);

/** Administrators and HR have the directory read now. */
export const mayAskForDirectory = (actor: Pick<Actor, "kind" | "roles">): boolean =>
  actor.kind === "member" && (actor.roles.includes("hr") || actor.roles.includes("admin"));
