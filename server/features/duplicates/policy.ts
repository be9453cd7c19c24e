import type { MemberActor } from "../../http";

/** Leaders look for clients of their people that are there twice, administrators for all. */
export const mayListDuplicates = (actor: Pick<MemberActor, "leads" | "roles">): boolean =>
  actor.leads.length > 0 || actor.roles.includes("admin");
