export { visitsHandlers } from "./routes";
export { effectiveVisitsUpTo, lastVisitDays } from "./visits";
export { footstepsByVisitId } from "./footsteps";
