export { closeReport } from "./closeReport";
export { eraseReports, countReportsOf, eraseReportsOf } from "./eraseReports";
export { problemClosed, type ProblemClosed, problemReported, type ProblemReported } from "./events";
export { mayCareForReports } from "./policy";
export type { ReportRecord } from "./reportModel";
export { firstReportedOn, openReports, openSince, reportIfAny, reportsOfMonth } from "./reports";
export { reportsHandlers } from "./routes";
