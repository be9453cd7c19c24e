import { addDays, businessDayOf, startOfDay } from "@shared/domain/time";
import { eraseInBatches, type InsertAudit } from "../../db";
import type { Deps } from "../../deps";
import { QuestionModel } from "./questionModel";

/** Deletes what was asked longer ago than positions are kept: who meant to be where is worth no more than who was. */
export function eraseQuestions(
  { settings, logger }: Pick<Deps, "settings" | "logger">,
  slot: { at: Date; runId: string },
  insertAudit: InsertAudit,
): Promise<number> {
  const before = startOfDay(addDays(businessDayOf(slot.at), -settings.POSITION_KEPT_DAYS));
  const old = { model: QuestionModel, filter: { askedAt: { $lt: before } }, job: "erase-positions", what: "questions" };
  return eraseInBatches(old, slot, { insertAudit, logger });
}
