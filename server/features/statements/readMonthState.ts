import {
  type Assignment,
  type Fact,
  type GivenInput,
  type MemberBook,
  standingFacts,
  type Statement,
} from "@shared/domain/pay";
import { addDays, daysOf, type Month } from "@shared/domain/time";
import { byId } from "../../db";
import type { Deps } from "../../deps";
import { workCalendarOf } from "../../lib/workCalendar";
import { type OrgUnit, treeOf, unitSpansOf } from "../members";
import { assign, plansUsedOf, readOrganisationSnapshot } from "../plans";
import { salesMeasure } from "../targets";
import { bookFactsOf, repMonthOf } from "./bookFacts";
import { readGivenInputs } from "./givenInputs";
import { type HeldMonth, heldMonths, isPricedBy } from "./monthCache";
import type { MonthSummary } from "./monthSummary";
import { paidOnceBefore } from "./paidOnce";
import { summarise } from "./summarise";
import { StatementModel, type StatementRecord } from "./statementModel";

/** Whole months read at once: they are long, and whoever waits for one waits for all. */
const monthsMax = 20;

/** Commands that re-price the same member's months run one after the other in this process. */
export const statementQueue = (memberId: string) => `statement:${memberId}`;

/** A member's month as it is stored, and all that it is computed from. */
export interface MonthState {
  memberId: string;
  period: Month;
  /** 0: never priced. */
  revision: number;
  /** Counts what was booked into it and how often it was priced. */
  bookRevision: number;
  /** Null: never priced. */
  pricedAt: Date | null;
  stored: Statement | null;
  /** What the stored statement was computed from beside its facts. */
  storedGiven: GivenInput[];
  /** What the member has been told to expect of units' results that have not counted own sales yet; null: nothing is under way. */
  expectedGiven: GivenInput[] | null;
  /** Stored with it; null also where an older version has priced the month. */
  summary: MonthSummary | null;
  assignments: Assignment[];
  book: MemberBook;
  /** The tree of the month, units that are gone included. */
  units: ReadonlyMap<string, OrgUnit>;
  /** What the book gives, where that is known without computing it: the statement that is stored. */
  statement?: Statement;
  /** Told what was written and committed on top of it, or null where nothing was; where it was read with what the process holds. */
  hold?: (written: HeldMonth | null) => void;
}

const statementRecords = byId<StatementRecord>(StatementModel, { idsMax: monthsMax });

/**
 * Reads the statement's revision first, then its inputs, none of them from a cache but for the facts of this very revision: what
 * is booked in between fails the write, and so does a change of plans, targets or places, since each is followed by a pricing
 * that writes.
 * @param deps for whoever books: what the process holds of the month is taken for the month's state, which only the write proves
 */
export async function readMonthState(
  memberId: string,
  period: Month,
  deps: Pick<Deps, "caches"> | null = null,
): Promise<MonthState> {
  const repMonth = repMonthOf(memberId, period);
  const held = deps && heldMonths(deps).months;
  const known = held?.get(repMonth);
  const record = known ?? (await statementRecords.get(repMonth));
  const [snapshot, unitSpans] = await Promise.all([readOrganisationSnapshot(), unitSpansOf(memberId)]);
  const assignments = assign(memberId, unitSpans, period, snapshot);
  const units = treeOf(snapshot.units, period);
  const [{ facts, referred }, given, paidOnce] = await Promise.all([
    known ? { facts: [...known.facts], referred: [...known.referred] } : bookFactsOf(memberId, period),
    readGivenInputs(memberId, assignments, period),
    paidOnceBefore(memberId, period, assignments),
  ]);
  return {
    memberId,
    period,
    revision: record?.revision ?? 0,
    bookRevision: record?.bookRevision ?? 0,
    pricedAt: record?.pricedAt ?? null,
    // Stored as the engine gave it.
    stored: (record?.statement as Statement | undefined) ?? null,
    storedGiven: (record?.given as GivenInput[] | undefined) ?? [],
    expectedGiven: (record?.expectedGiven as GivenInput[] | null | undefined) ?? null,
    summary: (record?.summary as MonthSummary | undefined) ?? null,
    assignments,
    book: bookOf({ memberId, period, facts, referred, given, paidOnce }),
    units,
    ...(known &&
      isPricedBy(known, { given, paidOnce, plansUsed: plansUsedOf(assignments) }) && { statement: known.statement }),
    ...(held && { hold: (written: HeldMonth | null) => held.hold(repMonth, written) }),
  };
}

type Known = Pick<MemberBook, "memberId" | "period" | "facts" | "referred" | "given" | "paidOnce">;

/** The book of an open month: what its facts and the given inputs are evaluated in. */
export function bookOf(known: Known): MemberBook {
  const { referred = [], paidOnce = [], ...own } = known;
  return {
    ...own,
    ...(referred.length > 0 && { referred }),
    ...(paidOnce.length > 0 && { paidOnce }),
    state: "open",
    calendar: calendarOf(known.period, [...known.facts, ...referred]),
  };
}

/** The same with facts that are new to it. @param referred of them, those that count in another month */
export const bookWith = (book: MemberBook, facts: readonly Fact[], referred: readonly Fact[]): MemberBook => ({
  ...book,
  ...bookOf({
    ...book,
    facts: standingFacts([...book.facts, ...facts]),
    referred: standingFacts([...(book.referred ?? []), ...referred]),
  }),
});

/** Pay days may lie in the month after what releases them, and 「N 个工作日」 begins in the month itself. */
function calendarOf(period: Month, facts: readonly Fact[]) {
  const { from, to } = daysOf(period);
  const last = facts.reduce((latest, { on }) => (on > latest ? on : latest), to);
  return workCalendarOf({ from, to: addDays(last, 45) });
}

/** A member's own confirmed sales of the month against the target. */
export function salesDoneFen({ memberId, book }: Pick<MonthState, "memberId" | "book">): {
  doneFen: number;
  targetFen: number | null;
} {
  const target = book.given.find(
    (input) =>
      input.kind === "target" && input.of === "member" && input.code === salesMeasure && input.period === book.period,
  )?.value;
  return {
    doneFen: summarise(memberId, book.facts)["sales.confirmed"] ?? 0,
    targetFen: target && "fen" in target ? target.fen : null,
  };
}
