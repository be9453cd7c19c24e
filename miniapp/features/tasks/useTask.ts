import { useEffect } from "react";
import type { TaskView } from "@shared/contracts";
import { cancelTask, readTask } from "@/api/tasks";
import { type Command, useCommand } from "@/features/command/useCommand";
import { queryClient } from "@/features/query/queryClient";
import { useApiQuery } from "@/features/query/useApiQuery";

/**
 * Long work as it goes on: asked for while it does, as often as the server says. Where it ends here, nobody is told of it by a message.
 * @param known as it was last heard of; null: there is none
 */
export function useTask(known: TaskView | null, onEnded: () => void): TaskView | null {
  const isOpen = known !== null && known.askAgainMs !== null;
  const taskId = known?.taskId ?? "";
  const { data } = useApiQuery(["task", taskId], () => readTask(taskId), {
    enabled: isOpen,
    everyMs: (answered) => answered?.task.askAgainMs ?? undefined,
  });
  const task = isOpen ? (data?.task ?? known) : known;
  const hasEnded = isOpen && task?.askAgainMs === null;
  useEffect(() => {
    if (hasEnded) onEnded();
    // eslint-disable-next-line react-hooks/exhaustive-deps -- once, when it ends
  }, [hasEnded]);
  return task;
}

/** It is not to go on. */
export const useCancelTask = (): Command<TaskView, unknown> =>
  useCommand(async (commandId: string, { taskId }) => {
    try {
      return await cancelTask(taskId, commandId);
    } finally {
      void queryClient.invalidateQueries();
    }
  });
