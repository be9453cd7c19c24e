import { call } from "./http";

export const readTodos = () => call("todos.mine", {});
export const readApprovals = () => call("todos.approvals", {});
