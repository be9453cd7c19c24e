export { keepRefused } from "./keepRefused";
export { refusalsHandlers } from "./routes";
