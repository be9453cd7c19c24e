import { eraseInBatches, type InsertAudit } from "../../db";
import type { Deps } from "../../deps";
import { RefusalModel } from "./refusalModel";

/** How many refused commands of somebody are kept. */
export const countRefusalsOf = (memberId: string): Promise<number> => RefusalModel.countDocuments({ memberId });

/** Deletes all that was refused of what somebody's phone has sent. @returns how many there were */
export const eraseRefusalsOf = (
  { logger }: Pick<Deps, "logger">,
  memberId: string,
  slot: { at: Date; runId: string },
  insertAudit: InsertAudit,
): Promise<number> =>
  eraseInBatches({ model: RefusalModel, filter: { memberId }, job: "person-erase", what: "refusals" }, slot, {
    insertAudit,
    logger,
  });
