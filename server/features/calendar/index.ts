export { calendarService, loadCalendar, unknownYear } from "./companyYears";
export { mayReadCalendar, maySetCalendar } from "./policy";
export { calendarHandlers } from "./routes";
