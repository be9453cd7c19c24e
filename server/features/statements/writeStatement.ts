import type { ClientSession } from "mongoose";
import type { Statement } from "@shared/domain/pay";
import { insert, updateAtRevision } from "../../db";
import { repMonthOf, type MonthState } from "./readMonth";
import { StatementModel } from "./statementModel";

/** Replaces a month's statement where it still has the revision that was read; else everything starts again. */
export async function writeStatement(
  month: MonthState,
  statement: Statement,
  pricedAt: Date,
  session: ClientSession,
): Promise<void> {
  const { memberId, period, revision } = month;
  const id = repMonthOf(memberId, period);
  const set = { statement, given: month.book.given, pricedAt };
  if (revision > 0) return updateAtRevision(StatementModel, { id, revision, set }, session);
  await insert(StatementModel, { _id: id, memberId, period, revision: 1, ...set }, session);
}
