import { addDays, businessDayOf, startOfDay } from "@shared/domain/time";
import { eraseInBatches, type InsertAudit } from "../../db";
import type { Deps } from "../../deps";
import { NoticeModel } from "./noticeModel";

/** Deletes messages that are older than the company keeps them: whole days, as people are promised. */
export const eraseNotices = (
  { settings, logger }: Pick<Deps, "settings" | "logger">,
  slot: { at: Date; runId: string },
  insertAudit: InsertAudit,
): Promise<number> => {
  const before = startOfDay(addDays(businessDayOf(slot.at), -settings.MESSAGE_KEPT_DAYS));
  const old = { model: NoticeModel, filter: { at: { $lt: before } }, job: "erase-messages", what: "notices" };
  return eraseInBatches(old, slot, { insertAudit, logger });
};

/** How many messages to somebody are kept. */
export const countNoticesTo = (memberId: string): Promise<number> => NoticeModel.countDocuments({ inboxOf: memberId });

/** Deletes all messages to somebody. @returns how many there were */
export const eraseNoticesTo = (
  { logger }: Pick<Deps, "logger">,
  memberId: string,
  slot: { at: Date; runId: string },
  insertAudit: InsertAudit,
): Promise<number> =>
  eraseInBatches({ model: NoticeModel, filter: { inboxOf: memberId }, job: "person-erase", what: "notices" }, slot, {
    insertAudit,
    logger,
  });
