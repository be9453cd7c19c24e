import { type Assignment, type OwnUnits, type Plan, versionsFor } from "@shared/domain/pay";
import { daysOf, type Month } from "@shared/domain/time";

/** The plan versions that price a month of these assignments, and the units whose results count in it. */
export function plansInMonth(assignments: readonly Assignment[], period: Month): { plan: Plan; units: OwnUnits }[] {
  const { from: first, to: last } = daysOf(period);
  return assignments.flatMap(({ from, to, units = {}, versions }) => {
    const span = { from: from > first ? from : first, to: to === null || to > last ? last : to };
    return span.from > span.to ? [] : versionsFor(versions, span).map((plan) => ({ plan, units }));
  });
}
