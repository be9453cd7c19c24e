import { taskKeptDays } from "@shared/domain/task";
import { addDays, businessDayOf, startOfDay } from "@shared/domain/time";
import { eraseInBatches, type InsertAudit } from "../../db";
import type { Deps } from "../../deps";
import { ImportModel, ImportRowModel } from "./importModel";
import { MeantModel } from "./meantModel";

type Slot = { at: Date; runId: string };

/** How many tables of somebody's importing are told of. */
export const countImportsOf = (memberId: string): Promise<number> => ImportModel.countDocuments({ memberId });

/** Deletes what is told of tables that somebody has imported; what they have brought stays. @returns how many there were */
export async function eraseImportsOf(
  { logger }: Pick<Deps, "logger">,
  memberId: string,
  slot: Slot,
  insertAudit: InsertAudit,
): Promise<number> {
  const own = await ImportModel.find({ memberId }, { _id: 1 }).lean<{ _id: string }[]>();
  for (const { _id: importId } of own) {
    await eraseParts({ filter: { importId }, job: "person-erase" }, slot, { insertAudit, logger });
  }
  const imports = { model: ImportModel, filter: { memberId }, job: "person-erase", what: "imports" };
  return eraseInBatches(imports, slot, { insertAudit, logger });
}

/** Deletes what is told of tables as long after as of other long work, with what stood in their cells: whole days. */
export async function eraseImports(
  { logger }: Pick<Deps, "logger">,
  slot: Slot,
  insertAudit: InsertAudit,
): Promise<void> {
  const filter = { createdAt: { $lt: startOfDay(addDays(businessDayOf(slot.at), -taskKeptDays)) } };
  const old = { filter, job: "erase-imports" };
  await eraseParts(old, slot, { insertAudit, logger });
  await eraseInBatches({ ...old, model: ImportModel, what: "imports" }, slot, { insertAudit, logger });
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
