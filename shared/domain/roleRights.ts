import type { Role } from "./actor";
import type { Right } from "./rights";

/**
 * What each role opens, as people read it before they give one: of a rep in a team, and a leader of a unit. The policies decide; that they say the
 * same is held by `tests/server/features/rights`.
 */
export const rightsOfRoles: Readonly<Record<Role, readonly Right[]>> = {
  rep: ["customers.create", "exports.create", "sales.submit"],
  manager: [
    ...([
      "absences.set",
      "customers.create",
      "customers.giveMany",
      "duplicates.list",
      "exports.create",
      "sales.confirm",
      "sales.read",
    ] as const),
    ...(["sales.submit", "targets.level", "teams.level", "teams.member"] as const),
  ],
  finance: [
    ...([
      "exports.create",
      "openings.list",
      "plans.firstPayingDay",
      "plans.list",
      "sales.confirm",
      "sales.read",
    ] as const),
    ...(["targets.level", "teams.level"] as const),
  ],
  hr: [
    ...([
      "calendar.read",
      "members.read",
      "openings.list",
      "plans.draft",
      "plans.firstPayingDay",
      "plans.list",
      "privacy.kept",
    ] as const),
    ...(["setup.read", "targets.level", "teams.level"] as const),
  ],
  admin: [
    ...(["audit.looks", "calendar.read", "customers.create", "customers.giveMany"] as const),
    ...(["duplicates.list", "exports.create", "imports.create"] as const),
    ...(["members.read", "plans.firstPayingDay", "privacy.kept", "refusals.list", "reports.close"] as const),
    ...(["roles.grant", "roles.list", "setup.read", "visitTypes.list"] as const),
  ],
  auditor: [
    ...([
      "audit.looks",
      "calendar.read",
      "exports.create",
      "members.read",
      "openings.list",
      "plans.firstPayingDay",
      "plans.list",
    ] as const),
    ...(["roles.list", "sales.read", "targets.level", "teams.level", "teams.member"] as const),
  ],
};
