export { checkInsHandlers } from "./routes";
export { findCheckIns, findOwnCheckIn, setVisit } from "./checkIns";
export { presentCheckIn } from "./presentCheckIn";
export type { CheckInRecord } from "./checkInModel";
