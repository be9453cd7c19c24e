import type { Actor } from "@shared/domain/actor";

/** Administrators, and whoever runs the server. */
export const mayCareForReports = (actor: Pick<Actor, "kind" | "roles">): boolean =>
  actor.kind === "job" || (actor.kind === "member" && actor.roles.includes("admin"));
