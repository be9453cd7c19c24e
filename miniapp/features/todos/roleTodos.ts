import type { TodoView } from "@shared/contracts";
import type { RoleShown } from "@/features/settings/settingsStore";

type Kind = TodoView["kind"];

/** What waits for somebody as one of their roles; several may have the same to decide. */
const kindsOf: Partial<Record<RoleShown, readonly Kind[]>> = {
  rep: ["record", "returnedSale", "nextStep", "praise", "doubt", "companion", "visitQuestion"],
  manager: ["sale", "review", "pin", "duplicate", "clientsLeft", "targets"],
  finance: ["sale", "plan", "targets", "export", "opening"],
  hr: ["plan", "sentBackPlan", "plansMissing", "targets", "calendarUnknown", "export", "opening"],
  admin: ["setup", "report", "pin", "duplicate", "clientsLeft", "plan", "plansMissing", "calendarUnknown", "export"],
};

/** How much of what waits for me is of another role of mine, and not of the one whose tabs I see. */
export const waitingAs = (role: RoleShown, shown: RoleShown, items: readonly Pick<TodoView, "kind">[]): number =>
  items.filter(({ kind }) => kindsOf[role]?.includes(kind) && !kindsOf[shown]?.includes(kind)).length;
