import { type InsertAudit, inTransaction, remove, update } from "../db";
import type { Deps } from "../deps";
import { FileModel, type FileRecord } from "./fileModel";
import { removeBytes, removeUnfinished } from "./folder";

const batchSize = 200;
/** Nothing takes a photo into use after its time; one that was taken just before is done by then. */
const graceMs = 3_600_000;

/** Nothing is written for so long. */
const unfinishedKeptMs = 24 * 3_600_000;

/** What is kept until before that goes in the night of this time. */
export const erasedBefore = (at: Date): Date => new Date(at.getTime() - graceMs);

type EraseDeps = Pick<Deps, "settings" | "logger">;
type Slot = { at: Date; runId: string };

/**
 * Erases what would be written onto photos once it is older than positions are kept: the photo stays, and nothing on it says where it was
 * taken. In batches, each with its entry in the audit.
 * @returns of how many photos
 */
export async function eraseStamps(
  deps: Pick<Deps, "logger">,
  { at, runId }: { at: Date; runId: string },
  insertAudit: InsertAudit,
): Promise<number> {
  let count = 0;
  for (;;) {
    const batch = await FileModel.find({ "stamp.until": { $lt: at } })
      .sort({ "stamp.until": 1 })
      .limit(batchSize)
      .lean<FileRecord[]>();
    const [first] = batch;
    if (!first) break;
    await inTransaction(async (session) => {
      for (const { _id } of batch) await update(FileModel, { filter: { _id }, set: { stamp: null } }, session);
      const audit = { action: "photoPlaces.erase", subject: "files", at, detail: { count: batch.length } };
      await insertAudit(
        { ...audit, id: `${runId}:stamp:${first._id}`, actor: { kind: "job", id: "erase-files" } },
        session,
      );
    });
    count += batch.length;
  }
  deps.logger.info({ count, runId }, "places on photos erased");
  return count;
}

/**
 * Erases files that are older than the company keeps them, those that no command has named, and what processes that died were writing.
 * @returns how many there were
 */
export async function eraseFiles(
  deps: EraseDeps & Pick<Deps, "realNow">,
  slot: Slot,
  insertAudit: InsertAudit,
): Promise<number> {
  await removeUnfinished(deps.settings.FILES_DIR, new Date(deps.realNow().getTime() - unfinishedKeptMs));
  const before = erasedBefore(slot.at);
  const old = () =>
    FileModel.find({ keptUntil: { $lt: before } })
      .sort({ keptUntil: 1 })
      .limit(batchSize)
      .lean<FileRecord[]>();
  return eraseBatches(deps, old, { ...slot, job: "erase-files" }, insertAudit);
}

// Ids begin with whose it is; `;` is what comes after `:`.
const allOf = (memberId: string) => ({ _id: { $gte: `${memberId}:`, $lt: `${memberId};` } });

/** How many photos of somebody are kept. */
export const countFilesOf = (memberId: string): Promise<number> => FileModel.countDocuments(allOf(memberId));

/** Erases all photos of somebody, whatever they belong to. @returns how many there were */
export function eraseFilesOf(deps: EraseDeps, memberId: string, slot: Slot, insertAudit: InsertAudit): Promise<number> {
  const theirs = () => FileModel.find(allOf(memberId)).limit(batchSize).lean<FileRecord[]>();
  return eraseBatches(deps, theirs, { ...slot, job: "person-erase" }, insertAudit);
}

/**
 * The bytes go first: while the record is there they are found again, so that a run that broke off is finished by the next. In batches, each
 * with its entry in the audit.
 */
async function eraseBatches(
  deps: EraseDeps,
  nextBatch: () => Promise<FileRecord[]>,
  { at, runId, job }: Slot & { job: string },
  insertAudit: InsertAudit,
): Promise<number> {
  let count = 0;
  for (;;) {
    const batch = await nextBatch();
    const [first] = batch;
    if (!first) break;
    await Promise.all(batch.map(({ _id }) => removeBytes(deps.settings.FILES_DIR, _id)));
    await inTransaction(async (session) => {
      // One that has been sent again in the meantime stays.
      for (const { _id, keptUntil } of batch) remove(FileModel, { _id, keptUntil }, session);
      const audit = { action: "files.erase", subject: "files", at, detail: { count: batch.length } };
      await insertAudit({ ...audit, id: `${runId}:${first._id}`, actor: { kind: "job", id: job } }, session);
    });
    count += batch.length;
  }
  deps.logger.info({ count, runId }, "photos erased");
  return count;
}
