export { visitTargetsHandlers } from "./routes";
export { newRecord, visitsMeasure } from "./setVisitTarget";
export { visitsExpected, visitsExpectedInMonth } from "./visitTargets";
