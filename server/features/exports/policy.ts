import type { MemberActor } from "../../http";

type Person = Pick<MemberActor, "teamId" | "leads" | "roles">;

/** Whoever has lists takes them away: what they sell or lead, decide on or read by office. Which rows those are, the lists say themselves. */
export const mayExport = ({ teamId, leads, roles }: Person): boolean =>
  teamId !== null || leads.length > 0 || roles.some((role) => ["finance", "admin", "auditor"].includes(role));
