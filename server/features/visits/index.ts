export { type Rejudged, rejudgeVisits } from "./rejudgeVisits";
export { visitsHandlers } from "./routes";
export {
  effectiveVisitsUpTo,
  findVisits,
  lastVisits,
  type LastVisit,
  newestEffective,
  membersPlanning,
  newestVisitsAt,
  plannedBetween,
  visitsOfMonth,
} from "./visits";
export type { VisitRecord, VisitVersionRecord } from "./visitModel";
export { earlierRecordsOf, earlierVersionsOfMonth, recordedOf, versionOf } from "./visitVersions";
export { footstepsByVisitId, type Footstep, visitsOfOthers } from "./footsteps";
