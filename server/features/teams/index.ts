export { rollUpHandler, type RollUpReads } from "./rollUp";
export {
  memberSummariesOf,
  readMemberSummary,
  sumsOfUnits,
  writeMemberSummary,
  type MemberSummary,
} from "./memberSummaries";
export { readUnitMonths, type Sums, type UnitMonth } from "./teams";
export { teamsHandlers } from "./routes";
export { presentUnitMonth } from "./presentUnitMonth";
