export { clientListHandlers } from "./routes";
