export { countRefusalsOf, eraseRefusalsOf } from "./eraseRefusalsOf";
export { keepRefused } from "./keepRefused";
export { firstRefusedOn, refusalsOfMonth } from "./refusalsOfMonth";
export { mayReadRefusals } from "./policy";
export { refusalsHandlers } from "./routes";
