import { taskKeptDays } from "@shared/domain/task";
import { addDays, businessDayOf, startOfDay } from "@shared/domain/time";
import { eraseInBatches, type InsertAudit } from "../../db";
import type { Deps } from "../../deps";
import { ImportModel, ImportRowModel } from "./importModel";
import { BalanceModel, openOpenings } from "../openings";
import { MeantModel } from "./meantModel";

type Slot = { at: Date; runId: string };

/** How many tables of somebody's importing are told of. */
export const countImportsOf = (memberId: string): Promise<number> => ImportModel.countDocuments({ memberId });

/**
 * Deletes what is told of tables that somebody has imported; what they have brought stays, and so does a table about which somebody is asked
 * until that is over. @returns how many there were
 */
export async function eraseImportsOf(
  { logger }: Pick<Deps, "logger">,
  memberId: string,
  slot: Slot,
  insertAudit: InsertAudit,
): Promise<number> {
  const own = await ImportModel.find({ memberId }, { _id: 1 }).lean<{ _id: string }[]>();
  return eraseThese(own, "person-erase", slot, { insertAudit, logger });
}

/** Deletes what is told of tables as long after as of other long work, with what stood in their cells: whole days. */
export async function eraseImports(
  { logger }: Pick<Deps, "logger">,
  slot: Slot,
  insertAudit: InsertAudit,
): Promise<void> {
  const createdAt = { $lt: startOfDay(addDays(businessDayOf(slot.at), -taskKeptDays)) };
  const old = await ImportModel.find({ createdAt }, { _id: 1 }).lean<{ _id: string }[]>();
  await eraseThese(old, "erase-imports", slot, { insertAudit, logger });
}

/** With their rows, and with balances that were never allowed; but for those about which somebody is asked. */
async function eraseThese(
  imports: readonly { _id: string }[],
  job: string,
  slot: Slot,
  parts: Pick<Deps, "logger"> & { insertAudit: InsertAudit },
): Promise<number> {
  const open = await openOpenings();
  let erased = 0;
  for (const { _id } of imports.filter((one) => !open.includes(one._id))) {
    await eraseParts({ filter: { importId: _id }, job }, slot, parts);
    const unposted = { importId: _id, number: null };
    await eraseInBatches({ model: BalanceModel, filter: unposted, job, what: "openingBalances" }, slot, parts);
    erased += await eraseInBatches({ model: ImportModel, filter: { _id }, job, what: "imports" }, slot, parts);
  }
  return erased;
}

/** What is kept of the rows of tables. */
async function eraseParts(
  old: { filter: Record<string, unknown>; job: string },
  slot: Slot,
  parts: Pick<Deps, "logger"> & { insertAudit: InsertAudit },
): Promise<void> {
  await eraseInBatches({ ...old, model: ImportRowModel, what: "importRows" }, slot, parts);
  await eraseInBatches({ ...old, model: MeantModel, what: "importMeant" }, slot, parts);
}
