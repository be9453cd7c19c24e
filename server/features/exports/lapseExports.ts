import { taskKeptDays } from "@shared/domain/task";
import { addDays, businessDayOf, startOfDay } from "@shared/domain/time";
import { auditInsert } from "../../audit";
import { eraseInBatches, type InsertAudit, inTransaction, update } from "../../db";
import type { Deps } from "../../deps";
import { emit } from "../../outbox";
import { exportClosed } from "./events";
import { ExportModel, type ExportRecord } from "./exportModel";

type Slot = { at: Date; runId: string };
const batchSize = 200;

/** What nobody has decided on in time is asked for anew, or not at all. May be repeated. */
export async function lapseExports({ at, runId }: Slot, deps: Pick<Deps, "realNow">): Promise<void> {
  for (;;) {
    const due = await ExportModel.find({ state: "waiting", waitsUntil: { $lte: at } })
      .limit(batchSize)
      .lean<ExportRecord[]>();
    for (const one of due) await lapse(one, { at, runId }, deps);
    if (due.length < batchSize) return;
  }
}

async function lapse(record: ExportRecord, { at }: Slot, deps: Pick<Deps, "realNow">): Promise<void> {
  const { _id, revision, memberId, what } = record;
  const payload = {
    exportId: _id,
    memberId,
    what,
    state: "lapsed",
    byName: null,
    reason: null,
    at: at.toISOString(),
  } as const;
  await inTransaction(async (session) => {
    let isMine = true;
    const set = { state: "lapsed" as const, waitsSince: null, waitsUntil: null };
    await update(ExportModel, { filter: { _id, revision }, set, inc: { revision: 1 } }, session, (count) => {
      isMine = count > 0;
      // Somebody has decided in between.
      if (!isMine) throw new Overtaken();
    });
    await auditInsert(deps.realNow)(
      {
        id: `${_id}:lapsed`,
        action: "export.lapse",
        subject: `export:${_id}`,
        at,
        actor: { kind: "job", id: "close-reviews" },
      },
      session,
    );
    await emit(
      exportClosed.of({ payload, partition: `export:${_id}`, cause: `${_id}:${revision}` }),
      session,
      deps.realNow(),
    );
  }).catch((error: unknown) => {
    if (!(error instanceof Overtaken)) throw error;
  });
}

class Overtaken extends Error {}

export const countExportsOf = (memberId: string): Promise<number> => ExportModel.countDocuments({ memberId });

/** Deletes what is told of tables that somebody has asked for. @returns how many there were */
export const eraseExportsOf = (
  { logger }: Pick<Deps, "logger">,
  memberId: string,
  slot: Slot,
  insertAudit: InsertAudit,
): Promise<number> =>
  eraseInBatches({ model: ExportModel, filter: { memberId }, job: "person-erase", what: "exports" }, slot, {
    insertAudit,
    logger,
  });

/** Deletes what is told of tables, as long ago as of their tasks. Who has taken what away stays in the audit log. */
export const eraseExports = (
  { logger }: Pick<Deps, "logger">,
  slot: Slot,
  insertAudit: InsertAudit,
): Promise<number> => {
  const before = startOfDay(addDays(businessDayOf(slot.at), -taskKeptDays));
  const old = { model: ExportModel, filter: { askedAt: { $lt: before } }, job: "erase-tasks", what: "exports" };
  return eraseInBatches(old, slot, { insertAudit, logger });
};
