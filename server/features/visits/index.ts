export { visitsHandlers } from "./routes";
export { effectiveVisitsUpTo, lastVisitDays, newestEffective } from "./visits";
export type { VisitRecord } from "./visitModel";
export { footstepsByVisitId, type Footstep, visitsOfOthers } from "./footsteps";
