export { praiseHandlers } from "./routes";
