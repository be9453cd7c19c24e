import { call } from "./http";

export const readTodos = () => call("todos.mine", {});
