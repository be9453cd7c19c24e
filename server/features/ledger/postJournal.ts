import type { ClientSession } from "mongoose";
import { type Cause, type Posting, postingsOfDifference, type Statement } from "@shared/domain/pay";
import type { Month } from "@shared/domain/time";
import { insert, insertAll } from "../../db";
import { JournalModel, type JournalRecord } from "./journalModel";

export interface StatementChange {
  before: Statement;
  after: Statement;
  /** The revision that `after` is stored at. */
  revision: number;
  /** At least one. */
  causes: readonly Cause[];
  /** Business time. */
  postedAt: Date;
  /** Real time. */
  recordedAt: Date;
}

export const journalIdOf = (repMonth: string, revision: number) => `${repMonth}:${revision}`;

/**
 * Posts what a new revision of a statement changes in the accounts, in the transaction that stores the revision. Where no
 * money moved, such as by another reason for a 0, the journal names its cause and has no postings: each revision has one.
 */
export async function postJournal(change: StatementChange, session: ClientSession): Promise<void> {
  await insert(JournalModel, journalOf(change), session);
}

/** What a decision changes in the accounts of a member: once for its cause, however often it is posted. */
export interface CausedJournal {
  /** Names the journal: begins with the kind of its cause. */
  journalId: string;
  memberId: string;
  /** The month that it is booked in. */
  period: Month;
  cause: Cause;
  postings: readonly Posting[];
  /** Business time. */
  postedAt: Date;
  /** Real time. */
  recordedAt: Date;
}

/** Posts what something else than a statement has caused, in the transaction that stores the cause. */
export async function postByCause(caused: CausedJournal, session: ClientSession): Promise<void> {
  const { journalId: _id, memberId, period, cause, postings, postedAt, recordedAt } = caused;
  const record = { memberId, period, repMonth: null, revision: null, postings: [...postings], postedAt, recordedAt };
  await insert(JournalModel, { _id, causes: [cause], ...record }, session);
}

/** The same for many months that have no journal yet, in bulk. */
export async function openJournals(changes: readonly StatementChange[]): Promise<void> {
  await insertAll(JournalModel, changes.map(journalOf));
}

function journalOf(change: StatementChange): Omit<JournalRecord, "schemaVersion"> {
  const { before, after, revision, postedAt, recordedAt } = change;
  const { memberId, period } = after;
  const repMonth = `${memberId}:${period}`;
  const postings = postingsOfDifference(before, after);
  const record = { memberId, period, repMonth, revision, causes: [...change.causes], postings, postedAt, recordedAt };
  return { _id: journalIdOf(repMonth, revision), ...record };
}
