import type { Actor } from "@shared/domain/actor";
import { type ImportPurpose, importPurposes } from "@shared/domain/importing";

/** Who may bring in what, many at a time: administrators the clients of all, finance and HR what members are owed and owe. */
const offices: Record<ImportPurpose, readonly string[]> = { customers: ["admin"], opening: ["finance", "hr"] };

/** Whoever imports anything at all. */
export const mayImportAny = (actor: Pick<Actor, "kind" | "roles">): boolean =>
  importPurposes.some((purpose) => mayImport(actor, purpose));

export const mayImport = (actor: Pick<Actor, "kind" | "roles">, purpose: ImportPurpose): boolean =>
  actor.kind === "member" && actor.roles.some((role) => offices[purpose].includes(role));
