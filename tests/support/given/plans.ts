import type { MemberActor } from "@shared/domain/actor";
import { type CheckReport, checkStepCount, type FactKind, noCheck, type Plan, planReport } from "@shared/domain/pay";
import { internetCompany } from "@shared/domain/pay/plans";
import { seedPlan } from "../../../server/dev/demoCompany/plans";
import { findVersionOrNull, rulesOf, storeCheck } from "../../../server/features/plans";
import { findOfficers, readSessionMember } from "../../../server/features/members";
import type { Company } from "./company";

/** Of a plan that no test of its check is about. */
export const nothingFound: CheckReport = { ...noCheck, steps: checkStepCount };

/** The version as it stands was checked, for tests that are not about how. Nothing where there is none. */
export async function givenPlanCheck(planId: string): Promise<void> {
  const version = await findVersionOrNull(planId);
  if (version) await storeCheck(planId, planReport(rulesOf(version)), new Date("2026-03-31T10:00:00+08:00"));
}

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
  const { hr, second } = await peopleOfHr(company, plan);
  // Tests, above all those by chance, have plans that nobody would submit without being asked.
  await seedPlan(company.app.deps, plan, { author: hr, second, reason: "就是这样定的", report: nothingFound });
  return plan;
}

/** Who writes a plan, and who publishes it: another one of HR, or finance where HR is one person. */
export async function peopleOfHr(
  company: Company,
  { validFrom }: { validFrom: string },
): Promise<{ hr: MemberActor; second: MemberActor }> {
  const others = (await findOfficers(["hr"], validFrom)).filter(({ memberId }) => memberId !== company.hr.memberId);
  const [hr, second] = await Promise.all(
    [company.hr, others[0] ?? company.finance].map(({ memberId }) => readSessionMember(memberId, validFrom)),
  );
  if (!hr || !second) throw new Error("HR or finance are not there");
  return { hr, second };
}

/** A plan's rules that bring 5 yuan for each fact of a kind, and nothing else. */
export const payingForEach = (
  on: FactKind,
): Pick<Plan, "inputs" | "tables" | "components" | "stacking" | "examples"> => ({
  inputs: [],
  tables: [],
  components: [
    {
      ...{ code: "allowance", name: "津贴", nameEn: "Allowance", kind: "补贴", grain: "event", on, amount: "5元" },
      ...{ refund: "none", pay: [{ share: "1", when: "earned", due: "次月5日", channel: "payroll" }] },
    },
  ],
  stacking: [],
  examples: [{ name: "一次", given: {}, expect: { allowance: "5元" } }],
});
