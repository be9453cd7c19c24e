import { defineEvent } from "../outbox";

/** Long work has ended, in whatever way but that whoever asked for it has cancelled it. */
export interface TaskEnded {
  taskId: string;
}

export const taskEnded = defineEvent<TaskEnded>("task.ended");
