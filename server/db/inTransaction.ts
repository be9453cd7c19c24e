import mongoose, { type ClientSession } from "mongoose";
import { AppError } from "@shared/errors";
import { waitAfterConflict } from "../lib/waitAfterConflict";
import { isCommitUnknown, isWriteConflict } from "./conflicts";
import { planWrites, sendWrites, tellEnded } from "./transactionWrites";

export const attemptsMax = 8;

/**
 * Runs `work` in one transaction: all of its writes happen, or none. Pass `session` to every call inside.
 * On a conflict with another transaction the whole of `work` runs again, so it does nothing outside the database.
 * @throws AppError "conflict.busy" when it still conflicts after `attemptsMax` tries
 */
export async function inTransaction<T>(work: (session: ClientSession) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await transactionOnce(work);
    } catch (error) {
      if (!isWriteConflict(error)) throw error;
      if (attempt >= attemptsMax) {
        throw new AppError("conflict.busy", "others keep changing the same documents", {}, { cause: error });
      }
      await waitAfterConflict(attempt);
    }
  }
}

/** One try, for those who have to read again before the next. */
export async function transactionOnce<T>(work: (session: ClientSession) => Promise<T>): Promise<T> {
  const session = await mongoose.connection.startSession();
  try {
    session.startTransaction({ readConcern: { level: "snapshot" }, writeConcern: { w: "majority", journal: true } });
    planWrites(session);
    const result = await work(session);
    await sendWrites(session);
    await commit(session);
    tellEnded(session, true);
    return result;
  } catch (error) {
    tellEnded(session, false);
    if (session.inTransaction()) await session.abortTransaction().catch(() => undefined); // the first error counts
    throw error;
  } finally {
    await session.endSession();
  }
}

async function commit(session: ClientSession): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await session.commitTransaction();
      return;
    } catch (error) {
      // Committing the same transaction again is safe: it answers how it ended.
      if (!isCommitUnknown(error) || attempt >= 3) throw error;
      await waitAfterConflict(attempt);
    }
  }
}
