import type { Actor } from "@shared/domain/actor";

/** Administrators, who find out why something does not work; each look at what was sent is noted. */
export const mayReadRefusals = (actor: Pick<Actor, "kind" | "roles">): boolean =>
  actor.kind === "member" && actor.roles.includes("admin");
