import { todosAsked } from "./answerShapes/todos";
import { caller } from "./http";

const call = caller(todosAsked);

export const readTodos = () => call("todos.mine", {});
export const readApprovals = () => call("todos.approvals", {});
