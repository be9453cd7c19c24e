export { assign, assignmentsOf, readPlanWorld } from "./assignments";
export { publishPlan } from "./publishPlan";
