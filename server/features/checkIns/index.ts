export { checkInsHandlers } from "./routes";
export { checkInsOfMonth, checkInsToRecord, findCheckIns, findOwnCheckIn, setVisit } from "./checkIns";
export { erase, erasePositions, positionsOf } from "./erasePositions";
export { presentCheckIn } from "./presentCheckIn";
export type { CheckInRecord } from "./checkInModel";
