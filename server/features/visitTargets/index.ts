export { visitTargetsHandlers } from "./routes";
export { setVisitTarget, visitsMeasure } from "./setVisitTarget";
export { visitsExpected, visitsExpectedInMonth } from "./visitTargets";
