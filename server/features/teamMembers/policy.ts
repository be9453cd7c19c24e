import type { MemberActor } from "../../http";

type Person = Pick<MemberActor, "id" | "roles" | "leads">;

/** Leaders of the member's unit or of one above it, and auditors; about oneself one has pages of one's own. */
export function mayReadMember(person: Person, memberId: string, ancestorIds: readonly string[]): boolean {
  if (person.id === memberId) return false;
  return person.roles.includes("auditor") || ancestorIds.some((unitId) => person.leads.includes(unitId));
}
