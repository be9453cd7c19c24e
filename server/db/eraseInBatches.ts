import type { Model } from "mongoose";
import type { Logger } from "../lib/logger";
import type { InsertAudit } from "./command";
import { inTransaction } from "./inTransaction";
import type { ModelOf } from "./insert";
import type { Stored } from "./transactionWrites";
import { remove } from "./update";

const batchSize = 500;

interface Erasing<Doc> {
  model: ModelOf<Doc>;
  /** What is old enough, by a field that an index finds. */
  filter: object;
  /** Of the job, which its audit entries name as well, as `<what>.erase`. */
  job: string;
  what: string;
}

/**
 * Deletes what is older than it is kept, in batches, each with its entry in the audit log that says how many. What is deleted is not found
 * again, so that a run that is repeated does what the first one left.
 * @returns how many there were
 */
export async function eraseInBatches<Doc extends Stored>(
  { model, filter, job, what }: Erasing<Doc>,
  { at, runId }: { at: Date; runId: string },
  { insertAudit, logger }: { insertAudit: InsertAudit; logger: Logger },
): Promise<number> {
  const stored = model as unknown as Model<Stored>;
  let count = 0;
  for (;;) {
    const batch = await stored.find(filter, { _id: 1 }).limit(batchSize).lean<Stored[]>();
    const [first] = batch;
    if (!first) break;
    await inTransaction(async (session) => {
      for (const { _id } of batch) remove(stored, { _id }, session);
      const audit = { action: `${what}.erase`, subject: what, at, detail: { count: batch.length } };
      // Things of different kinds may have one id.
      await insertAudit({ ...audit, id: `${runId}:${what}:${first._id}`, actor: { kind: "job", id: job } }, session);
    });
    count += batch.length;
  }
  logger.info({ count, what, runId }, "erased what was kept long enough");
  return count;
}
