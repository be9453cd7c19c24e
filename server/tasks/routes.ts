import { hasEnded } from "@shared/domain/task";
import { AppError } from "@shared/errors";
import { command, StaleRead, update } from "../db";
import type { Deps } from "../deps";
import type { Handlers, MemberActor } from "../http";
import { presentTask } from "./presentTask";
import { TaskModel, type TaskRecord } from "./taskModel";
import { noteSeen } from "./tasks";

const shownMax = 20;

export const tasksHandlers = (deps: Pick<Deps, "clock" | "realNow">): Handlers<"tasks"> => ({
  "tasks.mine": async ({ actor }) => {
    const found = await TaskModel.find({ memberId: actor.id })
      .sort({ memberId: 1, createdAt: -1 })
      .limit(shownMax + 1)
      .lean<TaskRecord[]>();
    return {
      items: found.slice(0, shownMax).map((task) => presentTask(task, actor)),
      isWhole: found.length <= shownMax,
    };
  },

  "tasks.read": async ({ ctx, actor, params }) => {
    const record = await ownTask(actor, params.taskId);
    const task = presentTask(record, actor);
    if (task.askAgainMs !== null) ctx.set("Retry-After", String(Math.ceil(task.askAgainMs / 1000)));
    // Whoever sees the end here is not told of it by a message.
    else await noteSeen(record, deps.realNow());
    return { task };
  },

  "tasks.cancel": async ({ actor, params: { taskId }, body }) => {
    await command({ actor, commandId: body.commandId, kind: "tasks.cancel", body: { taskId, ...body } }, async () => {
      const { state, fence } = await ownTask(actor, taskId);
      const at = deps.clock.now();
      return {
        answer: null,
        audit: { action: "task.cancel", subject: taskId, at },
        write: async (session) => {
          if (hasEnded(state)) return;
          // Who works on it finds out with the next write, and clears away; where nobody does, whoever finds it does: also of one that
          // nobody has begun something may wait for its end.
          const set = { state: "cancelled", endedAt: at } as const;
          await update(
            TaskModel,
            { filter: { _id: taskId, fence, state }, set, inc: { revision: 1 } },
            session,
            (count) => {
              if (count === 0) throw new StaleRead(`${taskId} has changed`, { revision: null });
            },
          );
        },
      };
    });
    return { task: presentTask(await ownTask(actor, taskId), actor) };
  },
});

/** Somebody else's is not there. @throws AppError "task.unknown" */
async function ownTask(actor: MemberActor, taskId: string): Promise<TaskRecord> {
  const task = await TaskModel.findOne({ _id: taskId }).lean<TaskRecord | null>();
  if (task?.memberId !== actor.id) throw new AppError("task.unknown", `no task ${taskId} of ${actor.id}`);
  return task;
}
