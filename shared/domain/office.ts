import type { Role } from "./actor";

/** The tabs of those who neither sell nor lead: each is a short list of what there is, and opens where it is dealt with. */
export const officeTabs = ["closing", "people", "plans", "imports", "audit", "reports", "health"] as const;
export type OfficeTab = (typeof officeTabs)[number];

/** Whose work a tab is about. Auditors read; HR looks after people as administrators do. */
export const officeTabRoles: Record<OfficeTab, readonly Role[]> = {
  closing: ["finance", "hr", "auditor"],
  people: ["admin", "hr"],
  plans: ["finance", "hr"],
  imports: ["admin"],
  audit: ["auditor"],
  reports: ["finance", "hr", "auditor"],
  health: ["admin"],
};

/** No tab has more rows. */
export const officeRowsMax = 8;
