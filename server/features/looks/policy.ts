import type { Actor } from "@shared/domain/actor";

/** Auditors and administrators see who has looked at whom, without what was seen. */
export const mayReadLooks = ({ kind, roles }: Pick<Actor, "kind" | "roles">): boolean =>
  kind === "member" && (roles.includes("auditor") || roles.includes("admin"));
