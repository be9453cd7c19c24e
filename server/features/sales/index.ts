export { salesHandlers } from "./routes";
export { confirmedOn, pendingOf, toDecideCount } from "./sales";
export { salesBehind } from "./salesBehind";
