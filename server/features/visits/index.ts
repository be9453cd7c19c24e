export { visitsHandlers } from "./routes";
export { effectiveVisitsUpTo, lastVisits, type LastVisit, newestEffective, nextStepsOn } from "./visits";
export type { VisitRecord } from "./visitModel";
export { footstepsByVisitId, type Footstep, visitsOfOthers } from "./footsteps";
