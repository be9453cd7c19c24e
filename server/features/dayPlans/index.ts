export type { DayPlanRecord } from "./dayPlanModel";
export { dayPlansOfMonth } from "./dayPlans";
export { dayPlansHandlers } from "./routes";
