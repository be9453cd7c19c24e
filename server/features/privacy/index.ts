export { privacyHandlers } from "./routes";
