import { createHash } from "node:crypto";
import { type ActorName, actorKeyOf } from "@shared/domain/actor";
import type { ClientSession } from "mongoose";
import { insert, inTransaction, isDuplicateKey, type AuditNote } from "../db";
import { currentRequestId } from "../lib/requestContext";
import { AuditModel, type AuditRecord } from "./auditModel";

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

/** A page that stays open reads anew every few seconds: that is one look. */
const oneLookMs = 30 * 60_000;

/**
 * Notes that somebody looks at another person's positions or pay, before the answer is given. It carries the id of
 * the first request, so that the person can name it. The same look at the same things within half an hour is noted once, whichever
 * process hears of it.
 * @param id the request's; one look at several people is an entry for each
 * @param also what follows from it, in one transaction with the entry; handed the entry's id
 */
export async function recordRead(
  parts: { realNow: () => Date },
  { id, ...entry }: AuditEntry,
  also?: (lookId: string, session: ClientSession) => Promise<void>,
): Promise<void> {
  const { actor, action, subject, at, detail = null } = entry;
  const slot = Math.floor(at.getTime() / oneLookMs);
  const idOf = (n: number) => {
    const look = [actorKeyOf(actor), action, subject, detail, n];
    return `read:${createHash("sha256").update(JSON.stringify(look)).digest("hex").slice(0, 40)}`;
  };
  const _id = idOf(slot);
  // A look is not over because the clock strikes; two processes that ask this at once write the same id.
  const before = await AuditModel.findById(idOf(slot - 1), { at: 1 }).lean<Pick<AuditRecord, "at"> | null>();
  if (before && at.getTime() - before.at.getTime() < oneLookMs) return;
  try {
    const record = { _id, ...entry, requestId: id, recordedAt: parts.realNow() };
    if (!also) await AuditModel.create([record]);
    else
      await inTransaction(async (session) => {
        await insert(AuditModel, record, session);
        await also(_id, session);
      });
  } catch (error) {
    if (!isDuplicateKey(error)) throw error;
  }
}

export type { AuditRecord } from "./auditModel";
export { entriesAbout } from "./entriesAbout";
export {
  allLooks,
  type AuditedLook,
  countLooksSince,
  looksAt,
  type LookAction,
  type LookRecord,
  reasonOf,
  subjectOf,
} from "./looks";
