import {
  type Assignment,
  evaluate,
  type Fact,
  type GivenInput,
  type MemberBook,
  type PaidOnce,
  standingFacts,
  type Statement,
} from "@shared/domain/pay";
import type { Month } from "@shared/domain/time";
import { AppError } from "@shared/errors";
import { unitSpansOf } from "../members";
import { assign, assignmentsNamed, type PlanUsed, readOrganisationSnapshot, withoutUnits } from "../plans";
import { monthHeads } from "./monthHead";
import { creditedFacts, repMonthOf } from "./bookFacts";
import { bookOf, readMonthState } from "./readMonthState";
import { StatementModel, type StatementRecord } from "./statementModel";

/** A month as it was last stored, with everything that its statement was computed from. */
export interface MonthView {
  memberId: string;
  period: Month;
  /** 0: nobody has priced it yet. */
  revision: number;
  pricedAt: Date;
  statement: Statement;
  assignments: Assignment[];
  book: MemberBook;
  /** The facts of the book in all their revisions, and what was taken back. */
  credited: readonly Fact[];
}

/** What tells whether a kept view of a month is still the newest; null where nobody has priced the month yet. */
export async function monthVersion(memberId: string, period: Month): Promise<string | null> {
  const _id = repMonthOf(memberId, period);
  const head = await monthHeads.get(_id);
  return head ? `${_id}@${head.bookRevision}` : null;
}

const triesMax = 5;

/**
 * Reads a month as it was last stored: the statement is the stored one, and the book is what it was computed from, whatever has
 * become of plans and other people's results since.
 * @param now for a month that nobody has priced yet, which is evaluated as it stands
 * @throws AppError "conflict.busy" where it is booked into again and again: figures that do not belong together are shown to nobody
 */
export async function readMonthView(memberId: string, period: Month, now: Date): Promise<MonthView> {
  const _id = repMonthOf(memberId, period);
  for (let tries = 1; ; tries += 1) {
    const record = await StatementModel.findOne({ _id }).lean<StatementRecord | null>();
    if (!record) return liveView(memberId, period, now);
    const { credited, referred } = await creditedFacts(memberId, period);
    const after = await StatementModel.findOne({ _id, bookRevision: record.bookRevision }, { _id: 1 }).lean();
    if (!after) {
      // Something was booked between the two reads: statement and facts do not belong together.
      if (tries < triesMax) continue;
      throw new AppError("conflict.busy", `${_id} was booked into at each of ${tries} readings`);
    }
    const { revision, pricedAt } = record;
    // Stored as the engine gave and took them.
    const statement = record.statement as Statement;
    const given = record.given as GivenInput[];
    const paidOnce = (record.paidOnce as PaidOnce[] | null | undefined) ?? [];
    const assignments = await assignmentsOf(memberId, period, (record.plansUsed ?? null) as PlanUsed[] | null);
    return {
      memberId,
      period,
      revision,
      pricedAt,
      statement,
      assignments,
      book: bookOf({
        memberId,
        period,
        facts: standingFacts(credited),
        referred: standingFacts(referred),
        given,
        paidOnce,
      }),
      credited,
    };
  }
}

/** Statements of older versions do not name their plans: those that the member is on now. */
async function assignmentsOf(memberId: string, period: Month, used: PlanUsed[] | null): Promise<Assignment[]> {
  const snapshot = await readOrganisationSnapshot();
  const named = used && assignmentsNamed(used, snapshot.plans);
  return named ?? withoutUnits(assign(memberId, await unitSpansOf(memberId), period, snapshot));
}

async function liveView(memberId: string, period: Month, now: Date): Promise<MonthView> {
  const { assignments, book } = await readMonthState(memberId, period);
  return {
    memberId,
    period,
    revision: 0,
    pricedAt: now,
    statement: evaluate(assignments, book),
    assignments,
    book,
    credited: book.facts,
  };
}
