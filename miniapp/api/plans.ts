import type { BodyOf, QueryOf } from "@shared/contracts";
import { planErrors } from "@/texts/lateErrors/plan";
import { plansAsked } from "./answerShapes/plans";
import { caller } from "./http";

const call = caller(plansAsked, planErrors);

export type PlanState = QueryOf<"plans.list">["state"];

export const listPlans = (state: PlanState, cursor: string | null) =>
  call("plans.list", { query: { state, ...(cursor !== null && { cursor }) } });
export const readPlan = (planId: string) => call("plans.read", { params: { planId } });
export const draftPlan = (body: BodyOf<"plans.draft">) => call("plans.draft", { body });
export const checkPlan = (planId: string, body: BodyOf<"plans.check">) =>
  call("plans.check", { params: { planId }, body });
export const readPlanReport = (planId: string) => call("plans.report", { params: { planId } });
export const beginSimulation = (planId: string, body: BodyOf<"simulations.begin">) =>
  call("simulations.begin", { params: { planId }, body });
export const readSimulation = (planId: string) => call("simulations.read", { params: { planId } });
export const submitPlan = (planId: string, body: BodyOf<"plans.submit">) =>
  call("plans.submit", { params: { planId }, body });
export const withdrawPlan = (planId: string, body: BodyOf<"plans.withdraw">) =>
  call("plans.withdraw", { params: { planId }, body });
export const publishPlan = (planId: string, body: BodyOf<"plans.publish">) =>
  call("plans.publish", { params: { planId }, body });
export const sendPlanBack = (planId: string, body: BodyOf<"plans.sendBack">) =>
  call("plans.sendBack", { params: { planId }, body });
