import { tableErrors } from "@/texts/lateErrors/table";
import { tasksShapes } from "./answerShapes/tasks";
import { caller } from "./http";

const call = caller(tasksShapes, tableErrors);

export const readTask = (taskId: string) => call("tasks.read", { params: { taskId } });
export const cancelTask = (taskId: string, commandId: string) =>
  call("tasks.cancel", { params: { taskId }, body: { commandId } });
