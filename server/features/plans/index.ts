export { assign, readPlanWorld } from "./assignments";
export { publishPlan } from "./publishPlan";
