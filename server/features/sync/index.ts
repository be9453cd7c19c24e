export { syncHandlers } from "./routes";
