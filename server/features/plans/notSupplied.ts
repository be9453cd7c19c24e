import type { Plan, PlanFault } from "@shared/domain/pay";
import type { ServerTexts } from "../../texts";

/**
 * What the engine computes of a plan from what nobody hands it yet. Such a plan is not published: it would pay by what is not there. Whoever
 * makes the server hand one of these over takes its line away.
 */
export function notSupplied({ components, subject, corrects }: Plan, { planFaults: t }: ServerTexts): PlanFault[] {
  if (subject === "team") return [{ path: "subject", code: "notSupplied", message: t.ofTeam }];
  if (corrects !== undefined) return [{ path: "corrects", code: "notSupplied", message: t.correction }];
  return components.flatMap((component): PlanFault[] => {
    const refused = (key: string, message: string): PlanFault => ({
      ...{ path: `components.${component.code}.${key}`, code: "notSupplied", message },
    });
    const { name, onLeave = "continue", recoverable } = component;
    return [
      ...(onLeave === "continue" ? [] : [refused("onLeave", t.onLeave({ name }))]),
      ...(recoverable ? [refused("recoverable", t.draw({ name }))] : []),
      ...(component.grain === "period" && component.settle === "toDate"
        ? [refused("settle", t.settledToDate({ name }))]
        : []),
      // The facts and plans of the days before the month that its first week has, and targets by the week.
      ...(component.grain === "period" && component.period === "week" ? [refused("period", t.byWeek({ name }))] : []),
    ];
  });
}
