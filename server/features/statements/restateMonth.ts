import type { ClientSession } from "mongoose";
import type { Cause } from "@shared/domain/pay";
import type { Month } from "@shared/domain/time";
import { readOrganisationSnapshot } from "../plans";
import { summaryOf } from "./monthSummary";
import { evaluatedMonth, readStoredMonth } from "./storedMonth";
import { saysTheSame, writeStatement } from "./writeStatement";

export interface Restated {
  period: Month;
  beforeFen: number;
  afterFen: number;
}

/**
 * Computes a stored month again from what it was computed from, as this version of the product does, and posts the difference
 * with its causes. Null where that is what it says already, or there is no such month.
 */
export async function restateMonth(
  repMonth: string,
  { causes, pricedAt, recordedAt }: { causes: readonly Cause[]; pricedAt: Date; recordedAt: Date },
  session: ClientSession,
): Promise<Restated | null> {
  const stored = await readStoredMonth(repMonth, session);
  if (!stored) return null;
  const snapshot = await readOrganisationSnapshot();
  const evaluated = await evaluatedMonth(stored, snapshot);
  if (!evaluated) throw new Error(`${repMonth} was computed by a plan that is not there any more`);
  const { statement, assignments, book } = evaluated;
  if (saysTheSame(stored.statement, statement)) return null;
  const { memberId, period, revision, bookRevision, pricedAt: lastPricedAt } = stored;
  const month = {
    memberId,
    period,
    revision,
    bookRevision,
    pricedAt: lastPricedAt,
    stored: stored.statement,
    storedGiven: stored.given,
    expectedGiven: null,
    summary: null,
    assignments,
    book,
    units: snapshot.units,
  };
  const summary = summaryOf(month, statement, pricedAt);
  await writeStatement(month, { statement, summary, causes, pricedAt, recordedAt }, session);
  return { period, beforeFen: stored.statement.totals.amountFen, afterFen: statement.totals.amountFen };
}
