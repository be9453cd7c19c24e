import type { ClientSession } from "mongoose";
import {
  type Assignment,
  type MemberBook,
  evaluate,
  type GivenInput,
  type PaidOnce,
  type Statement,
} from "@shared/domain/pay";
import type { Month } from "@shared/domain/time";
import { unitSpansOf } from "../members";
import { assign, assignmentsNamed, type PlanUsed, type OrganisationSnapshot, withoutUnits } from "../plans";
import { type BookFacts, bookFactsOf } from "./bookFacts";
import { bookOf } from "./readMonthState";
import { paidOnceBefore } from "./paidOnce";
import { StatementModel, type StatementRecord } from "./statementModel";

/** A month as it is stored, with all that its statement was computed from. */
export interface StoredMonth extends BookFacts {
  repMonth: string;
  memberId: string;
  period: Month;
  revision: number;
  bookRevision: number;
  pricedAt: Date;
  statement: Statement;
  given: GivenInput[];
  /** Null: last written before statements knew what earlier months had given once. */
  paidOnce: PaidOnce[] | null;
  /** Null: last written before statements named their plans. */
  plansUsed: PlanUsed[] | null;
}

/** Which of these months of a member are stored. */
export async function monthsStored(memberId: string, months: readonly Month[]): Promise<Month[]> {
  const ids = months.map((month) => `${memberId}:${month}`);
  const found = await StatementModel.find({ _id: { $in: ids } }, { period: 1 }).lean<
    Pick<StatementRecord, "period">[]
  >();
  return found.map(({ period }) => period);
}

/** Null where there is no such month. With the session of a transaction, everything is of one moment. */
export async function readStoredMonth(repMonth: string, session: ClientSession): Promise<StoredMonth | null> {
  const record = await StatementModel.findOne({ _id: repMonth }, null, { session }).lean<StatementRecord | null>();
  if (!record) return null;
  const { memberId, period, revision, bookRevision, pricedAt } = record;
  return {
    repMonth,
    memberId,
    period,
    revision,
    bookRevision,
    pricedAt,
    // Stored as the engine gave and took them.
    statement: record.statement as Statement,
    given: record.given as GivenInput[],
    paidOnce: (record.paidOnce as PaidOnce[] | null | undefined) ?? null,
    plansUsed: (record.plansUsed as PlanUsed[] | null | undefined) ?? null,
    ...(await bookFactsOf(memberId, period, session)),
  };
}

/** What the stored facts, plans and given inputs give today; null where a plan version that it names is not known. */
export async function recomputed(month: StoredMonth, snapshot: OrganisationSnapshot): Promise<Statement | null> {
  return (await evaluatedMonth(month, snapshot))?.statement ?? null;
}

/** The same, with what it was computed from. */
export async function evaluatedMonth(
  month: StoredMonth,
  snapshot: OrganisationSnapshot,
): Promise<{ statement: Statement; assignments: Assignment[]; book: MemberBook } | null> {
  const { memberId, period, facts, referred, given, plansUsed } = month;
  const assignments = plansUsed
    ? assignmentsNamed(plansUsed, snapshot.plans)
    : withoutUnits(assign(memberId, await unitSpansOf(memberId), period, snapshot));
  if (!assignments) return null;
  const paidOnce = month.paidOnce ?? (await paidOnceBefore(memberId, period, assignments));
  const book = bookOf({ memberId, period, facts, referred, given, paidOnce });
  return { statement: evaluate(assignments, book), assignments, book };
}
