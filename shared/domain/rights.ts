/**
 * What screens ask of somebody's rights before they offer it: each is named by the operation that it opens. The server computes them by
 * the policies that refuse (`server/features/rights`); the phone knows no role for them.
 */
export const rights = [
  "absences.set",
  "audit.looks",
  "calendar.read",
  "customers.create",
  "customers.giveMany",
  "duplicates.list",
  "exports.create",
  "imports.create",
  "members.read",
  "openings.list",
  "plans.draft",
  "plans.firstPayingDay",
  "plans.list",
  "privacy.kept",
  "refusals.list",
  "reports.close",
  "roles.grant",
  "roles.list",
  "sales.confirm",
  "sales.read",
  "sales.submit",
  "setup.read",
  "targets.level",
  "teams.level",
  "teams.member",
  "visitTypes.list",
] as const;

export type Right = (typeof rights)[number];
