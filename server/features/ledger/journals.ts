import type { ClientSession } from "mongoose";
import { JournalModel, type JournalRecord } from "./journalModel";

export type { JournalRecord };

/** What a change of a statement has posted. */
export type StatementJournal = JournalRecord & { revision: number };

/** All journals of a member's month, the oldest first. */
export async function journalsOf(repMonth: string, session?: ClientSession): Promise<StatementJournal[]> {
  // Whatever has a month has a revision of it.
  const journals = await JournalModel.find({ repMonth }, null, session ? { session } : {}).lean<StatementJournal[]>();
  return journals.sort((a, b) => a.revision - b.revision);
}

/** Those of a member that no statement has caused, by their ids. */
export async function journalsByCauseOf(memberId: string, session?: ClientSession): Promise<JournalRecord[]> {
  const filter = { memberId, repMonth: null };
  return JournalModel.find(filter, null, session ? { session } : {})
    .sort({ _id: 1 })
    .lean<JournalRecord[]>();
}
