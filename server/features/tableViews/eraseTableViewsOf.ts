import { eraseInBatches, type InsertAudit } from "../../db";
import type { Deps } from "../../deps";
import { TableViewsModel } from "./tableViewsModel";

/** Deletes how somebody had set up tables, with the names that they gave. */
export async function eraseTableViewsOf(
  { logger }: Pick<Deps, "logger">,
  memberId: string,
  slot: { at: Date; runId: string },
  insertAudit: InsertAudit,
): Promise<void> {
  const which = { model: TableViewsModel, filter: { _id: memberId }, job: "person-erase", what: "tableViews" };
  await eraseInBatches(which, slot, { insertAudit, logger });
}
