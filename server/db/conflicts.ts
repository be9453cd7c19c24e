import { mongo } from "mongoose";
import { AppError } from "@shared/errors";

const writeConflict = 112;
const duplicateKey = 11000;

/** Somebody else's transaction touched the same documents: starting again from reading is right. */
export function isWriteConflict(error: unknown): boolean {
  return (
    error instanceof mongo.MongoError &&
    (error.hasErrorLabel("TransientTransactionError") || error.code === writeConflict)
  );
}

/** The commit was sent and its answer lost: it may have happened or not. */
export function isCommitUnknown(error: unknown): boolean {
  return error instanceof mongo.MongoError && error.hasErrorLabel("UnknownTransactionCommitResult");
}

/** What must exist once exists already. */
export function isDuplicateKey(error: unknown): boolean {
  return error instanceof mongo.MongoError && error.code === duplicateKey;
}

/** A document changed between our reading and our writing. The command reads and decides again. */
export class StaleRead extends AppError {
  constructor(message: string, details: { revision: number | null }) {
    super("stale", message, details);
    this.name = "StaleRead";
  }
}
