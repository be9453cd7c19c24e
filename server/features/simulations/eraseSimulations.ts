import { addDays, businessDayOf, startOfDay } from "@shared/domain/time";
import { eraseInBatches, type InsertAudit } from "../../db";
import type { Deps } from "../../deps";
import { SimulationModel } from "./simulationModel";

/** Amounts of people are no longer there than that. */
const keptDays = 30;

type Slot = { at: Date; runId: string };
type EraseDeps = Pick<Deps, "logger">;

/** Deletes what plans would have cost that names somebody. */
export const eraseSimulationsOf = (
  { logger }: EraseDeps,
  memberId: string,
  slot: Slot,
  insertAudit: InsertAudit,
): Promise<number> =>
  eraseInBatches(
    { model: SimulationModel, filter: { memberIds: memberId }, job: "person-erase", what: "simulations" },
    slot,
    { insertAudit, logger },
  );

/** Deletes what plans would have cost and nobody decides by any more. */
export const eraseSimulations = ({ logger }: EraseDeps, slot: Slot, insertAudit: InsertAudit): Promise<number> => {
  const before = startOfDay(addDays(businessDayOf(slot.at), -keptDays));
  const old = {
    model: SimulationModel,
    filter: { simulatedAt: { $lt: before } },
    job: "erase-tasks",
    what: "simulations",
  };
  return eraseInBatches(old, slot, { insertAudit, logger });
};
