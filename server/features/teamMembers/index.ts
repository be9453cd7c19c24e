export { teamMembersHandlers } from "./routes";
