export { askToRollUp, rollUpDue, unitResultChanged, type RollUpDue, type UnitResultChanged } from "./events";
export { performanceSubscriptions } from "./subscriptions";
export { resultBehind, rollUpAll } from "./rollUp";
export {
  memberSummariesOf,
  openMemberSummaries,
  readMemberSummary,
  sumsOfUnits,
  writeMemberSummary,
} from "./memberSummaries";
export {
  readUnitMonths,
  type Sums,
  sumsOfUnitMonths,
  type UnitMonth,
  unitMonthIdOf,
  unitMonthsNow,
} from "./unitMonths";
export { mayReadUnit, mayReadUnitMembers } from "./policy";
export { teamsHandlers } from "./routes";
export { presentUnitMonth } from "./presentUnitMonth";
export { readTeamMonth } from "./teamMonth";
