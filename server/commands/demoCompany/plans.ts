import { internetCompany, manufacturingGroup, tutorialTiers } from "@shared/domain/pay/plans";
import type { Plan } from "@shared/domain/pay";

/** Team 1 sells by flat rate, two of it by tiers; team 2 by the factors of team and company. */
export function demoPlans(): Plan[] {
  const inForce = (plan: Plan, scope: Plan["scope"]): Plan => ({ ...plan, scope, validFrom: "2026-01-01" });
  return [
    inForce(internetCompany, { orgUnits: ["u3"] }),
    inForce(tutorialTiers, { members: ["wanglei", "liuyang"] }),
    inForce(manufacturingGroup, { orgUnits: ["u4"] }),
  ];
}
