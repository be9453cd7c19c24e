import type { CustomerView } from "@shared/contracts";
import type { Formats, Texts } from "@/texts";

/** When a client was visited last; one that was just added has not been neglected. */
export function lastVisitText(
  { lastVisitOn, isNew }: Pick<CustomerView, "lastVisitOn" | "isNew">,
  t: Texts,
  f: Formats,
): string {
  if (lastVisitOn) return t.today.lastVisit({ day: f.day(lastVisitOn) });
  return isNew === true ? t.today.newCustomer : t.today.notVisited;
}
