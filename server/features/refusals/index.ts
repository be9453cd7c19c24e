export { keepRefused } from "./keepRefused";
export { refusalsOfMonth } from "./refusalsOfMonth";
export { refusalsHandlers } from "./routes";
