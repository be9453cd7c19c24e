export { mayReadMember } from "./policy";
export { teamMembersHandlers } from "./routes";
