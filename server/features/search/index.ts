export { searchHandlers } from "./routes";
