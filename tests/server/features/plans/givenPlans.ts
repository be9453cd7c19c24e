import { randomUUID } from "node:crypto";
import { type BodyOf, contracts } from "@shared/contracts";
import { manufacturingGroup, tutorialTiers } from "@shared/domain/pay/plans";
import {
  type Company,
  givenBranch,
  givenPlan,
  givenPlanCheck,
  givenRole,
  givenTeam,
  move as moveTo,
  type Person,
  prepare,
} from "../../../support/given";

type PlanBody = BodyOf<"plans.draft">["plan"];

/** 2 % for one rep, from 1 April: the contract's own example, and the rep is who it names. */
export const flat = contracts["plans.draft"].example.body.plan;
export const planId = "demo-flat@1";

/** A team on the flat plan, one of it by tiers; another by factors; one on no plan. Two people of HR, one of them of finance, too. */
export const startPlanCompany = prepare(async (company) => {
  const team = await givenTeam(company, {
    manager: { name: "陈浩" },
    reps: [{ memberId: "xiaowang", name: "小王" }, { name: "小李" }, { name: "王磊" }],
  });
  const [rep, colleague, byTiers] = team.reps;
  const other = await givenTeam(company, { reps: [{ name: "张三" }, {}] });
  const [otherRep, mover] = other.reps;
  const withoutPlan = await givenTeam(company);
  const ofHr = await givenBranch(company);
  await moveTo(company, company.hr, ofHr, { joinedOn: "2025-02-01" });
  await givenRole(company, company.finance, "hr");
  await givenPlan(company, { scope: { orgUnits: [team.unitId] } });
  await givenPlan(company, { ...tutorialTiers, scope: { members: [byTiers.memberId] } });
  await givenPlan(company, { ...manufacturingGroup, scope: { orgUnits: [other.unitId] } });
  return { team, other, withoutPlan, ofHr, rep, colleague, byTiers, otherRep, mover };
});

export type PlanCompany = Awaited<ReturnType<typeof startPlanCompany>>;

/** The steps of a plan, as people of HR take them. @param company that of the test which runs */
export const planDesk = (company: () => Company) => ({
  draft: (by: Person = company().hr, plan: object = flat, revision = 0) =>
    // A test sends what a console would.
    company()
      .as(by)
      .call("plans.draft", undefined, { commandId: randomUUID(), revision, plan: plan as PlanBody }),
  move: async (verb: "submit" | "withdraw" | "publish", by: Person, revision: number, id = planId) => {
    if (verb === "submit") await givenPlanCheck(id);
    return company().as(by).call(`plans.${verb}`, { planId: id }, { commandId: randomUUID(), revision });
  },
  sendBack: (by: Person, revision: number) =>
    company().as(by).call("plans.sendBack", { planId }, { commandId: randomUUID(), revision, reason: "比例写高了" }),
  submitBecause: async (by: Person, revision: number, reason: string) => {
    await givenPlanCheck(planId);
    return company().as(by).call("plans.submit", { planId }, { commandId: randomUUID(), revision, reason });
  },
  stateOf: async (by: Person = company().hr, id = planId) => {
    const { plan } = await company().as(by).call("plans.read", { planId: id });
    return [plan.state, plan.revision, plan.steps.map(({ action, by: who }) => `${action} ${who.id}`)];
  },
});
