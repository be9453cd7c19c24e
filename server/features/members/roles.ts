import type { Role } from "../../http";

/**
 * A member's roles today: what an administrator gave, and what follows from the directory: who leads a unit is a
 * manager, who belongs to a team without leading it is a rep.
 */
export function rolesOf(place: { grantedRoles: readonly string[]; teamId: string | null; leads: string[] }): Role[] {
  const roles = new Set(place.grantedRoles as readonly Role[]); // the model allows only these
  if (place.leads.length > 0) roles.add("manager");
  if (place.teamId !== null && !place.leads.includes(place.teamId)) roles.add("rep");
  return [...roles].sort();
}
