export { calendarService, loadCalendar, unknownYear } from "./companyYears";
export { type CutOffMoved, cutOffMoved } from "./events";
export { mayReadCalendar, maySetCalendar } from "./policy";
export { calendarHandlers } from "./routes";
