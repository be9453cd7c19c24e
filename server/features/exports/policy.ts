import type { ExportKind } from "@shared/domain/exports";
import type { MemberActor } from "../../http";

type Person = Pick<MemberActor, "teamId" | "leads" | "roles">;

/** Whoever has such a list takes it away: what they sell or lead, what they decide on or read by office. */
export function mayExport({ teamId, leads, roles }: Person, what: ExportKind): boolean {
  if (teamId !== null || leads.length > 0 || roles.includes("auditor")) return true;
  return (what === "customers" && roles.includes("admin")) || (what === "sales" && roles.includes("finance"));
}
