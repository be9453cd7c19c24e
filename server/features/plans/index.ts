export { assign, type PlanWorld, readPlanWorld } from "./assignments";
export { assignmentsNamed, type PlanUsed, plansUsedOf } from "./plansUsed";
export { publishPlan } from "./publishPlan";
