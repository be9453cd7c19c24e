export { statementsHandlers } from "./routes";
