import type { ClientSession } from "mongoose";
import { type Cause, postingsOfDifference, type Statement } from "@shared/domain/pay";
import { insert } from "../../db";
import { JournalModel } from "./journalModel";

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
  const { before, after, revision, postedAt, recordedAt } = change;
  const { memberId, period } = after;
  const repMonth = `${memberId}:${period}`;
  const postings = postingsOfDifference(before, after);
  const record = { memberId, period, repMonth, revision, causes: [...change.causes], postings, postedAt, recordedAt };
  await insert(JournalModel, { _id: journalIdOf(repMonth, revision), ...record }, session);
}
