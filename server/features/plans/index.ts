export { assignmentsOf, readPlanWorld } from "./assignments";
export { publishPlan } from "./publishPlan";
