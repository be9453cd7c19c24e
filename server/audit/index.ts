import type { ActorName } from "@shared/domain/actor";
import type { ClientSession } from "mongoose";
import { insert, type AuditNote } from "../db";
import { currentRequestId } from "../lib/requestContext";
import { AuditModel } from "./auditModel";

export interface AuditEntry extends AuditNote {
  /** Follows from the cause, so that doing it twice leaves one entry. */
  id: string;
  actor: ActorName;
}

/** The audit insert, in the transaction of what it tells of. `command` calls it by itself. */
export function auditInsert(realNow: () => Date) {
  return async ({ id, ...entry }: AuditEntry, session: ClientSession): Promise<void> => {
    await insert(AuditModel, { _id: id, ...entry, requestId: currentRequestId(), recordedAt: realNow() }, session);
  };
}

/**
 * Notes that somebody looks at another person's positions or pay, before the answer is given. It carries the id of
 * the request, so that the person can name it.
 * @param id the request's; one look at several people is an entry for each
 */
export async function recordRead(parts: { realNow: () => Date }, { id, ...entry }: AuditEntry): Promise<void> {
  await AuditModel.create([
    { _id: `read:${id}:${entry.subject}`, ...entry, requestId: id, recordedAt: parts.realNow() },
  ]);
}

export { looksAt, type LookAction, type LookRecord } from "./looks";
