import type { Plan } from "./pay/types";
import { type BusinessDay, daysOf, periodOf } from "./time";

/**
 * Whether a version would begin where pay is being reckoned already: on a day that has passed, or inside a period of one of its
 * components. Pay for single events may change on any day to come.
 */
export function beginsInsidePeriod({ validFrom, components }: Plan, today: BusinessDay): boolean {
  if (validFrom < today) return true;
  return components.some(
    (component) => component.grain === "period" && daysOf(periodOf(validFrom, component.period)).from !== validFrom,
  );
}
