export type { ProcessHealth } from "./health";
export { officeHandlers } from "./routes";
