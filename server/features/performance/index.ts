export { rollUpHandler, type RollUpReads } from "./rollUp";
export {
  memberSummariesOf,
  readMemberSummary,
  sumsOfUnits,
  writeMemberSummary,
  type MemberSummary,
} from "./memberSummaries";
export { readUnitMonths, type Sums, type UnitMonth, unitMonthsNow } from "./unitMonths";
export { teamsHandlers } from "./routes";
export { presentUnitMonth } from "./presentUnitMonth";
