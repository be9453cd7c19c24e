export { todayHandlers } from "./routes";
