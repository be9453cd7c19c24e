import type { ClientSession } from "mongoose";
import { openTasksMax, type TaskKindName } from "@shared/domain/task";
import { AppError } from "@shared/errors";
import { insert } from "../db";
import type { MemberActor } from "../http";
import { TaskModel } from "./taskModel";

/** Whoever asks for more than is done at a time waits until some of it is. @throws AppError "task.tooMany" */
export async function refuseManyTasks(memberId: string): Promise<void> {
  const open = await TaskModel.countDocuments({ memberId, isOpen: true });
  if (open >= openTasksMax) throw new AppError("task.tooMany", `${open} tasks of ${memberId} are open`);
}

interface NewTask {
  /** Of the command that asks for it: asked for twice, it is one. */
  taskId: string;
  kind: TaskKindName;
  by: Pick<MemberActor, "id" | "name">;
  /** Plain JSON values. */
  input: unknown;
  /** How much there is to do; null where that shows later. */
  total?: number | null;
  /** Business time. */
  at: Date;
}

/** Asks for long work, in the transaction of the command: a worker takes it up within a second or so. */
export const beginTask = (
  { taskId, kind, by, input, total = null, at }: NewTask,
  session: ClientSession,
): Promise<void> =>
  insert(
    TaskModel,
    {
      ...{ _id: taskId, kind, memberId: by.id, memberName: by.name, state: "queued", input, cursor: null },
      ...{
        progress: { done: 0, total, phase: "" },
        result: null,
        error: null,
        createdAt: at,
        endedAt: null,
        seenAt: null,
      },
      ...{ isOpen: true, fence: 0, leaseUntil: new Date(0), attempts: 0, revision: 1 },
    },
    session,
  );
