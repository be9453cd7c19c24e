export { absencesOn, standsInFor } from "./absences";
export { absenceChanged, type AbsenceChanged } from "./events";
export { absencesHandlers } from "./routes";
