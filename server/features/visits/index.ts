export { type Rejudged, rejudgeVisits } from "./rejudgeVisits";
export { visitFactIdOf, visitIdOfFact } from "./visitFact";
export { visitWritten, type VisitWritten } from "./events";
export { rightToVisit } from "./policy";
export { recordsLapsed } from "./recordsLapsed";
export { type RecordToWrite, recordsToWrite } from "./recordsToWrite";
export { outcomeOf, withOutcomes } from "./outcomes";
export { visitsHandlers } from "./routes";
export { companionAsked, companionClosed, type CompanionClosed, companionRemoved } from "./companionEvents";
export { companionsHandlers } from "./companionRoutes";
export { companionshipsOfMonth, companionsOf, openCompanionIfAny, pageOfOpenCompanions } from "./companions";
export type { CompanionRecord } from "./companionModel";
export { lapseCompanions } from "./lapseCompanions";
export {
  completeSince,
  countVisitsAt,
  effectiveVisitsUpTo,
  findOwnVisit,
  findVisits,
  lastVisits,
  lastVisitDays,
  lastVisitsAndSteps,
  type LastVisit,
  newestEffective,
  membersPlanning,
  visitsAtCustomer,
  visitsOfMonth,
} from "./visits";
export { visitorsSeen, visitsSeenOf } from "./visitsSeen";
export type { VisitRecord, VisitVersionRecord } from "./visitModel";
export {
  earlierRecordsOf,
  earlierVersionsOfMonth,
  filesOfRecord,
  recordedOf,
  recordsOf,
  typesOfRecords,
  versionOf,
} from "./visitVersions";
export { footstepsByVisitId, type Footstep, visitsOfOthers } from "./footsteps";
