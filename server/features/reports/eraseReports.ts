import { addDays, businessDayOf, startOfDay } from "@shared/domain/time";
import { eraseInBatches, type InsertAudit } from "../../db";
import type { Deps } from "../../deps";
import { ReportModel } from "./reportModel";

/** How many problems of somebody's reporting are kept. */
export const countReportsOf = (memberId: string): Promise<number> => ReportModel.countDocuments({ memberId });

/** Deletes all that somebody has reported. @returns how many there were */
export const eraseReportsOf = (
  { logger }: Pick<Deps, "logger">,
  memberId: string,
  slot: { at: Date; runId: string },
  insertAudit: InsertAudit,
): Promise<number> =>
  eraseInBatches({ model: ReportModel, filter: { memberId }, job: "person-erase", what: "reports" }, slot, {
    insertAudit,
    logger,
  });

/** Deletes reported problems that are older than the company keeps them, whether or not somebody has cared for them: whole days, as people are promised. */
export const eraseReports = (
  { settings, logger }: Pick<Deps, "settings" | "logger">,
  slot: { at: Date; runId: string },
  insertAudit: InsertAudit,
): Promise<number> => {
  const before = startOfDay(addDays(businessDayOf(slot.at), -settings.REPORT_KEPT_DAYS));
  const old = { model: ReportModel, filter: { reportedAt: { $lt: before } }, job: "erase-reports", what: "reports" };
  return eraseInBatches(old, slot, { insertAudit, logger });
};
