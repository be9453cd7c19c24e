import { tableErrors } from "@/texts/lateErrors/table";
import { tasksAsked } from "./answerShapes/tasks";
import { caller } from "./http";

const call = caller(tasksAsked, tableErrors);

export const readTask = (taskId: string) => call("tasks.read", { params: { taskId } });
export const cancelTask = (taskId: string, commandId: string) =>
  call("tasks.cancel", { params: { taskId }, body: { commandId } });
