export { setupHandlers } from "./routes";
export { watchWecom } from "./watchWecom";
export { readDirectoryNow, readWecomState } from "./wecomState";
