import type { ClientSession } from "mongoose";
import { insert, type AuditNote } from "../db";
import { currentRequestId } from "../lib/requestContext";
import { AuditModel } from "./auditModel";

export interface AuditEntry extends AuditNote {
  /** Follows from the cause, so that doing it twice leaves one entry. */
  id: string;
  /** Who did it: a member, or a part of the system such as `directory`. */
  memberId: string;
}

/** The audit insert, in the transaction of what it tells of. `command` calls it by itself. */
export function auditInsert(realNow: () => Date) {
  return async ({ id, ...entry }: AuditEntry, session: ClientSession): Promise<void> => {
    await insert(AuditModel, { _id: id, ...entry, requestId: currentRequestId(), recordedAt: realNow() }, session);
  };
}
