import type { MemberActor } from "../../http";

type Person = Pick<MemberActor, "teamId" | "leads" | "roles">;

const offices = ["finance", "admin", "auditor"] as const;

/** By what somebody is shown rows of others. */
export const shownBy = ({ roles, leads }: Pick<Person, "roles" | "leads">): { roles: string[]; leads: string[] } => ({
  roles: roles.filter((role) => offices.some((office) => office === role)),
  leads: [...leads],
});

/**
 * Whether a table that was made for somebody is still theirs to take away: what showed them its rows then shows them today. Own rows are
 * shown to whoever may export at all.
 * @param madeBy null: it was noted for none of before
 */
export function mayTakeAway(
  actor: Person,
  { filter, madeBy }: { filter: { view: string }; madeBy?: { roles: string[]; leads: string[] } | null },
): boolean {
  if (!mayExport(actor)) return false;
  if (filter.view === "mine" || !madeBy) return true;
  return (
    madeBy.roles.every((role) => actor.roles.some((own) => own === role)) &&
    madeBy.leads.every((unitId) => actor.leads.includes(unitId))
  );
}

/** Whoever has lists takes them away: what they sell or lead, decide on or read by office. Which rows those are, the lists say themselves. */
export const mayExport = ({ teamId, leads, roles }: Person): boolean =>
  teamId !== null || leads.length > 0 || roles.some((role) => offices.some((office) => office === role));
