import { BatchedRead } from "../../lib/batchedRead";
import { StatementModel, type StatementRecord } from "./statementModel";

type MonthHead = Pick<StatementRecord, "_id" | "summary" | "pricedAt" | "bookRevision">;

/** Of a month, by `repMonthOf`, what 今日 shows and what tells whether a kept page is the newest: a few numbers, without its lines. */
export const monthHeads = new BatchedRead<MonthHead>(async (repMonths) => {
  const fields = { summary: 1, pricedAt: 1, bookRevision: 1 };
  const heads = await StatementModel.find({ _id: { $in: repMonths } }, fields).lean<MonthHead[]>();
  return new Map(heads.map((head) => [head._id, head]));
});
