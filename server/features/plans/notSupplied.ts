import type { Plan, PlanFault } from "@shared/domain/pay";
import type { ServerTexts } from "../../texts";

/**
 * What the engine computes of a plan from what nobody hands it yet. Such a plan is not published: it would pay by what is not there. Whoever
 * makes the server hand one of these over takes its line away.
 */
export function notSupplied({ components, subject }: Plan, { planFaults: t }: ServerTexts): PlanFault[] {
  if (subject === "team") return [{ path: "subject", code: "notSupplied", message: t.ofTeam }];
  return components.flatMap((component): PlanFault[] => {
    const refused = (key: string, message: string): PlanFault => ({
      ...{ path: `components.${component.code}.${key}`, code: "notSupplied", message },
    });
    if (component.grain !== "period") return [];
    return component.settle === "toDate" ? [refused("settle", t.settledToDate({ name: component.name }))] : [];
  });
}
