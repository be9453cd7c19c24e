import type { Plan } from "@shared/domain/pay";
import { internetCompany } from "@shared/domain/pay/plans";
import { seedPlan } from "../../../server/dev/demoCompany/plans";
import { readSessionMember } from "../../../server/features/members";
import type { Company } from "./company";

/**
 * A plan in force: written by one person of HR, reviewed and published by a second one some days before it begins.
 * @param plan 1.5 % of every order and 500 yuan for a new customer unless another is said
 * @param scope for whom, such as `{ orgUnits: [team.unitId] }`
 */
export async function givenPlan(
  company: Company,
  { scope, ...more }: { scope: Plan["scope"] } & Partial<Plan>,
): Promise<Plan> {
  const plan: Plan = { ...internetCompany, validFrom: "2026-01-01", ...more, scope };
  const [author, accountant] = await Promise.all(
    [company.hr, company.finance].map(({ memberId }) => readSessionMember(memberId, plan.validFrom)),
  );
  if (!author || !accountant) throw new Error("HR or finance are not there");
  await seedPlan(company.app.deps, plan, { author, second: { ...accountant, roles: ["hr"] } });
  return plan;
}
