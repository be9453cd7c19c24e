export { visitTargetsHandlers } from "./routes";
export { visitTargetSaid, type VisitTargetSaid } from "./events";
export { setVisitTarget, visitsMeasure } from "./setVisitTarget";
export { visitsExpectedInMonth, visitsOfWeek } from "./visitTargets";
