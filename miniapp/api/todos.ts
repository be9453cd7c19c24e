import { todosShapes } from "./answerShapes/todos";
import { caller } from "./http";

const call = caller(todosShapes);

export const readTodos = () => call("todos.mine", {});
export const readApprovals = () => call("todos.approvals", {});
