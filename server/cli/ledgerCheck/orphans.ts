import { JournalModel } from "../../features/ledger/journalModel";
import { StatementModel } from "../../features/statements/statementModel";
import { inBatches } from "./batches";
import { type Difference, nothing } from "./difference";

interface JournalHead {
  _id: string;
  memberId: string;
  period: string;
  repMonth: string;
}

/** Journals of months that there are not. */
export function checkOrphans(): Promise<Difference | null> {
  // Those that no statement has caused are held against their own causes.
  const cursor = JournalModel.find({ repMonth: { $gt: "" } }, { memberId: 1, period: 1, repMonth: 1 })
    .lean<JournalHead[]>()
    .cursor();
  return inBatches(cursor, async (journals: JournalHead[]) => {
    const repMonths = [...new Set(journals.map(({ repMonth }) => repMonth))];
    const months = await StatementModel.find({ _id: { $in: repMonths } }, { _id: 1 }).lean();
    const known = new Set(months.map(({ _id }) => _id));
    const orphan = journals.find(({ repMonth }) => !known.has(repMonth));
    if (!orphan) return null;
    const { _id, memberId, period } = orphan;
    return { memberId, period, at: `journal ${_id}`, expected: nothing, found: "one without its statement" };
  });
}
