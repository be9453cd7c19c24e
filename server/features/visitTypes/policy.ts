import type { Actor } from "@shared/domain/actor";

/** Administrators. */
export const mayChangeVisitTypes = (actor: Pick<Actor, "kind" | "roles">): boolean =>
  actor.kind === "member" && actor.roles.includes("admin");
