import type { ClientSession } from "mongoose";
import { canonicalJson, type Cause, emptyStatement, type GivenInput, type Statement } from "@shared/domain/pay";
import { insert, insertAll, onEnded, StaleRead, update } from "../../db";
import { openJournals, postJournal } from "../ledger";
import { plansUsedOf } from "../plans";
import type { MonthSummary } from "./monthSummary";
import { repMonthOf } from "./bookFacts";
import { type MonthState } from "./readMonthState";
import { StatementModel, type StatementRecord } from "./statementModel";

export interface Pricing {
  statement: Statement;
  summary: MonthSummary;
  /** What it was priced again for; each is named by the journal. */
  causes: readonly Cause[];
  /** What the member is told to expect beyond what it was computed from; nothing unless it is said. */
  expectedGiven?: readonly GivenInput[] | null;
  /** Business time. */
  pricedAt: Date;
  /** Real time. */
  recordedAt: Date;
}

export const saysTheSame = (stored: Statement | null, statement: Statement): boolean =>
  // Most bookings bring a line, and then nothing long has to be compared.
  stored?.lines.length === statement.lines.length && canonicalJson(stored) === canonicalJson(statement);

/**
 * Stores what a month pays and posts the difference, where nobody has booked into it since it was read; else everything
 * starts again. A statement that says the same as before keeps its revision and posts nothing.
 */
export async function writeStatement(monthState: MonthState, pricing: Pricing, session: ClientSession): Promise<void> {
  const { memberId, period, stored } = monthState;
  const { statement, summary, causes, pricedAt, recordedAt, expectedGiven = null } = pricing;
  const isSame = saysTheSame(stored, statement);
  const revision = isSame ? monthState.revision : monthState.revision + 1;
  await replaceMonth(monthState, { ...pricing, revision }, session);
  const { hold, bookRevision, book, assignments } = monthState;
  if (hold) {
    const { facts, referred = [], given, paidOnce = [] } = book;
    const plansUsed = plansUsedOf(assignments);
    const state = { revision, bookRevision: bookRevision + 1, pricedAt };
    onEnded(session, (isCommitted) =>
      hold(
        isCommitted
          ? { ...state, statement, summary, facts, referred, given, paidOnce, expectedGiven, plansUsed }
          : null,
      ),
    );
  }
  if (isSame) return;
  const before = stored ?? emptyStatement(memberId, period);
  await postJournal({ before, after: statement, revision, causes, postedAt: pricedAt, recordedAt }, session);
}

type Stored = Pick<Pricing, "statement" | "summary" | "pricedAt" | "expectedGiven"> & { revision: number };

async function replaceMonth(monthState: MonthState, stored: Stored, session: ClientSession): Promise<void> {
  const { bookRevision, pricedAt: lastPricedAt } = monthState;
  const { _id, memberId, period, ...set } = recordOf(monthState, stored);
  if (monthState.revision === 0) return insert(StatementModel, { _id, memberId, period, ...set }, session);
  await update(StatementModel, { filter: { _id, bookRevision, pricedAt: lastPricedAt }, set }, session, (count) => {
    if (count === 0) throw new StaleRead(`${_id} was booked into meanwhile`, { revision: null });
  });
}

/** The same for many months that nobody has priced yet, in bulk: each gets its first journal. */
export async function openStatements(pricings: readonly { month: MonthState; pricing: Pricing }[]): Promise<void> {
  // Journals first: a month that is there has one, also after a kill in between.
  await openJournals(
    pricings.map(({ month: { memberId, period }, pricing: { statement, causes, pricedAt, recordedAt } }) => {
      const before = emptyStatement(memberId, period);
      return { before, after: statement, revision: 1, causes, postedAt: pricedAt, recordedAt };
    }),
  );
  await insertAll(
    StatementModel,
    pricings.map(({ month, pricing }) => recordOf(month, { ...pricing, revision: 1 })),
  );
}

function recordOf(
  { memberId, period, bookRevision, assignments, book }: MonthState,
  { statement, summary, revision, pricedAt, expectedGiven = null }: Stored,
): Omit<StatementRecord, "schemaVersion"> {
  return {
    _id: repMonthOf(memberId, period),
    memberId,
    period,
    statement,
    given: book.given,
    paidOnce: book.paidOnce ?? [],
    expectedGiven,
    plansUsed: plansUsedOf(assignments),
    summary,
    pricedAt,
    revision,
    bookRevision: bookRevision + 1,
  };
}
