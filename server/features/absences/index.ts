export { deputiesOn, findAbsence, inPlaces, placesOf, standsInFor } from "./absences";
export { type Decided, type Deciders, readDeciderNames, readDeciders } from "./deciders";
export { absenceChanged, type AbsenceChanged } from "./events";
export { absencesHandlers } from "./routes";
export { mayNameDeputy } from "./setAbsence";
