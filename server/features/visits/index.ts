export { visitsHandlers } from "./routes";
export {
  effectiveVisitsUpTo,
  findVisits,
  lastVisits,
  type LastVisit,
  newestEffective,
  nextStepsOn,
  visitsOfMonth,
} from "./visits";
export type { VisitRecord } from "./visitModel";
export { footstepsByVisitId, type Footstep, visitsOfOthers } from "./footsteps";
