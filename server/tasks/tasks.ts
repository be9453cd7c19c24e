import { addDays, daysOf, type Month, startOfDay } from "@shared/domain/time";
import { TaskModel, type TaskRecord } from "./taskModel";

/** A task, whoever has asked for it; null where there is none. */
export const taskIfAny = (taskId: string): Promise<TaskRecord | null> =>
  TaskModel.findOne({ _id: taskId }).lean<TaskRecord | null>();

/** Long work that somebody has asked for in a month, as far as it is kept, the oldest first. */
export async function tasksOfMonth(memberId: string, period: Month): Promise<TaskRecord[]> {
  const { from, to } = daysOf(period);
  const createdAt = { $gte: startOfDay(from), $lt: startOfDay(addDays(to, 1)) };
  const found = await TaskModel.find({ memberId, createdAt }).lean<TaskRecord[]>();
  return found.sort((a, b) => a.createdAt.getTime() - b.createdAt.getTime());
}

/** Whoever has asked for it has seen its end on a page: no message tells them of it. */
export async function noteSeen({ _id, state, seenAt }: TaskRecord, realNow: Date): Promise<void> {
  if (!seenAt) await TaskModel.updateOne({ _id, state, seenAt: null }, { $set: { seenAt: realNow } });
}
