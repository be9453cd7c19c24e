export { lookNoted, type LookNoted } from "./events";
export { looksOfToday } from "./looksPage";
export { noteLook, noteLookAtSeveral } from "./noteLook";
export { mayReadLooks } from "./policy";
export { auditHandlers } from "./routes";
