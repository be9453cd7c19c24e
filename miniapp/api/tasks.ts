import { call } from "./http";

export const readTask = (taskId: string) => call("tasks.read", { params: { taskId } });
export const cancelTask = (taskId: string, commandId: string) =>
  call("tasks.cancel", { params: { taskId }, body: { commandId } });
