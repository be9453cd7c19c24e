export { mayReadSetup } from "./policy";
export { setupWaitsFor } from "./readSetup";
export { setupHandlers } from "./routes";
export { watchWecom } from "./watchWecom";
export { lookAtWecom, readDirectoryNow, readWecomState } from "./wecomState";
