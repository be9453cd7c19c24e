export { todosHandlers } from "./routes";
