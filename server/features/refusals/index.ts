export { countRefusalsOf, eraseRefusalsOf } from "./eraseRefusalsOf";
export { keepRefused } from "./keepRefused";
export { firstRefusedOn, refusalsOfMonth } from "./refusalsOfMonth";
export { refusalsHandlers } from "./routes";
