import type { ClientSession } from "mongoose";
import { JournalModel, type JournalRecord } from "./journalModel";

export type { JournalRecord };

/** All journals of a member's month, the oldest first. */
export async function journalsOf(repMonth: string, session?: ClientSession): Promise<JournalRecord[]> {
  const journals = await JournalModel.find({ repMonth }, null, session ? { session } : {}).lean<JournalRecord[]>();
  return journals.sort((a, b) => a.revision - b.revision);
}
