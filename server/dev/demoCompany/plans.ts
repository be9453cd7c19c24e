import { internetCompany, manufacturingGroup, tutorialTiers } from "@shared/domain/pay/plans";
import type { MemberActor } from "@shared/domain/actor";
import { type CheckReport, type Plan, planReport } from "@shared/domain/pay";
import type { Deps } from "../../deps";
import { draftPlan, publishPlan, storeCheck, submitPlan } from "../../features/plans";

/** Team 1 sells by flat rate, two of it by tiers; team 2 by the factors of team and company. */
export function demoPlans(): Plan[] {
  const inForce = (plan: Plan, scope: Plan["scope"]): Plan => ({ ...plan, scope, validFrom: "2026-01-01" });
  return [
    // The demo company makes machines: the plan is another company's by its rules, not by its name.
    inForce({ ...internetCompany, name: "直销提成方案", nameEn: "Direct sales plan" }, { orgUnits: ["u3"] }),
    inForce(tutorialTiers, { members: ["wanglei", "liuyang"] }),
    inForce(manufacturingGroup, { orgUnits: ["u4"] }),
  ];
}

/**
 * Some days before it begins one person of HR writes and submits a plan, and a second person publishes it.
 * @param reason why what is asked about in it is meant so; left out where nothing is
 * @param report of its check, where it is known
 */
export async function seedPlan(
  deps: Pick<Deps, "realNow">,
  plan: Plan,
  {
    author,
    second,
    reason,
    report,
  }: { author: MemberActor; second: MemberActor; reason?: string; report?: CheckReport },
): Promise<void> {
  const before = new Date(new Date(`${plan.validFrom}T10:00:00+08:00`).getTime() - 11 * 86_400_000);
  const then = { ...deps, clock: { now: () => before } };
  const planId = `${plan.code}@${plan.version}`;
  const commandOf = (verb: string, revision: number) => ({ commandId: `seed:${planId}:${verb}`, revision });
  await draftPlan(then, { actor: author, body: { ...commandOf("draft", 0), plan } });
  await storeCheck(planId, report ?? planReport(plan), before);
  await submitPlan(then, { actor: author, planId, body: { ...commandOf("submit", 1), ...(reason && { reason }) } });
  await publishPlan(then, { actor: second, planId, body: commandOf("publish", 2) });
}
