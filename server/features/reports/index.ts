export { closeReport } from "./closeReport";
export { eraseReports, countReportsOf, eraseReportsOf } from "./eraseReports";
export {
  problemClosed,
  type ProblemClosed,
  problemReopened,
  type ProblemReopened,
  problemReported,
  type ProblemReported,
} from "./events";
export { mayCareForReports } from "./policy";
export type { ReportRecord } from "./reportModel";
export { firstReportedOn, openReports, openSince, reportIfAny, reportsOfMonth } from "./reports";
export { reopenReport } from "./reopenReport";
export { reportsHandlers } from "./routes";
