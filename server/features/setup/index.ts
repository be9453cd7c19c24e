export { mayReadSetup } from "./policy";
export { setupWaitsFor } from "./readSetup";
export { setupHandlers } from "./routes";
export { watchWecom } from "./watchWecom";
export { lookAtWecom, messagesHeld, readDirectoryNow, readWecomState } from "./wecomState";
