import { taskKeptDays } from "@shared/domain/task";
import { addDays, businessDayOf, startOfDay } from "@shared/domain/time";
import { eraseInBatches, type InsertAudit } from "../db";
import type { Deps } from "../deps";
import { TaskModel } from "./taskModel";

type Slot = { at: Date; runId: string };

/** How much long work of somebody's asking is kept. */
export const countTasksOf = (memberId: string): Promise<number> => TaskModel.countDocuments({ memberId });

/** Deletes what is told of long work that somebody has asked for. @returns how much there was */
export const eraseTasksOf = (
  { logger }: Pick<Deps, "logger">,
  memberId: string,
  slot: Slot,
  insertAudit: InsertAudit,
): Promise<number> =>
  eraseInBatches({ model: TaskModel, filter: { memberId }, job: "person-erase", what: "tasks" }, slot, {
    insertAudit,
    logger,
  });

/** Deletes what is told of long work that is older than it is kept: whole days. Its files have their own time. */
export const eraseTasks = ({ logger }: Pick<Deps, "logger">, slot: Slot, insertAudit: InsertAudit): Promise<number> => {
  const before = startOfDay(addDays(businessDayOf(slot.at), -taskKeptDays));
  const old = { model: TaskModel, filter: { createdAt: { $lt: before } }, job: "erase-tasks", what: "tasks" };
  return eraseInBatches(old, slot, { insertAudit, logger });
};
