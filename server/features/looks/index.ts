export { lookNoted, type LookNoted } from "./events";
export { noteLook } from "./noteLook";
