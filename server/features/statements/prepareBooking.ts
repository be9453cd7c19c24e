import type { ClientSession } from "mongoose";
import {
  evaluate,
  isHouseAccount,
  raisedByFacts,
  type Assignment,
  type MemberBook,
  type Cause,
  type Fact,
  type GivenInput,
  type Statement,
} from "@shared/domain/pay";
import { businessDayOf, monthOf, type Month } from "@shared/domain/time";
import { allBy, insert, onEnded } from "../../db";
import type { Deps } from "../../deps";
import { emitAll, type NewEvent } from "../../outbox";
import { unitAndAbove } from "../members";
import { salesMeasure } from "../targets";
import { askToRollUp, readMemberSummary, type Sums, writeMemberSummary } from "../performance";
import { openMonths } from "../periods";
import { CreditModel, type CreditRecord } from "./creditModel";
import { askToReprice, firstPricings } from "./events";
import { ownMonthsAsking } from "./otherMonths";
import { heldMonths } from "./monthCache";
import { FactModel, type FactRecord } from "./factModel";
import { factRecordIdOf, factRecordOf } from "./factRecord";
import { gainedBy, gainedWith, summaryOf } from "./monthSummary";
import { followedByOnce } from "./paidOnce";
import { type Reference, newReferences, referenceRecordOf } from "./referredFacts";
import { repMonthOf } from "./bookFacts";
import { bookWith, readMonthState, salesDoneFen, type MonthState } from "./readMonthState";
import { summarise } from "./summarise";
import { writeStatement } from "./writeStatement";

/** What new facts change in the month of a member that they credit. */
export interface MonthChange {
  memberId: string;
  period: Month;
  /** The month without and with the facts, on the same inputs. */
  before: Statement;
  after: Statement;
  /**
   * The same with the results of units as they will be once these have counted the facts: what the member is told, and what the month
   * says when the ticks have come.
   */
  expected: { before: Statement; after: Statement; book: MemberBook };
  /** What the month with the facts was computed from. */
  assignments: Assignment[];
  book: MemberBook;
  /** The member's confirmed sales of the month, and the target. */
  doneBeforeFen: number;
  doneFen: number;
  targetFen: number | null;
}

export interface Booking {
  changes: MonthChange[];
  /**
   * Facts, credits, months, team shares and the call to roll up: all in the caller's transaction.
   * @param events what else the caller says, emitted together with that
   */
  write(session: ClientSession, events?: NewEvent[]): Promise<void>;
}

/** What a booking takes of the process's parts. */
export type BookingDeps = Pick<Deps, "clock" | "realNow" | "settings" | "caches">;

/**
 * Prices what new facts bring to everybody whom they credit. The members' own pay is right when the command answers; what
 * follows for their units comes in ticks.
 * @param causes what the ledger names for it, such as the sale
 */
export async function prepareBooking(
  deps: BookingDeps,
  facts: readonly Fact[],
  causes: readonly Cause[],
): Promise<Booking> {
  const times = { pricedAt: deps.clock.now(), recordedAt: deps.realNow() };
  const references = await newReferences(facts);
  const touched = monthsTouched(facts, references);
  const [months, shares] = await Promise.all([
    Promise.all(touched.map(({ memberId, period }) => readMonthState(memberId, period, deps))),
    Promise.all(teamMonthsCredited(facts).map((share) => readShare(deps, share, facts))),
  ]);
  const today = businessDayOf(times.pricedAt);
  const areOfToday = facts.every(({ countsOn }) => countsOn === today);
  const priced = months.map((month) => {
    const change = priceChange(month, facts, references);
    const salesFen = change.doneFen - change.doneBeforeFen;
    const before = gainedBy(month.summary, times.pricedAt);
    // What counts on another day, such as the past of a company that begins, is no gain of today.
    const gained = areOfToday ? gainedWith(before, { ...change.expected, salesFen }) : before;
    return { month, change, summary: summaryOf(change, change.after, times.pricedAt, gained) };
  });
  const cause = facts[0] ? factRecordIdOf(facts[0]) : "";
  const followed = await Promise.all(priced.map(({ month, change }) => followedByOnce(month, change.after, cause)));
  const first = months.filter(({ revision }) => revision === 0);
  const asking = await Promise.all(
    months.map(({ memberId, period }) => ownMonthsAsking(memberId, { month: period, of: "results" }, deps)),
  );
  if (first.length > 0)
    await openMonths(deps, [...months.map(({ period }) => period), ...facts.map(({ bookedIn }) => bookedIn)]);

  return {
    changes: priced.map(({ change }) => change),
    write: async (session, events = []) => {
      for (const fact of facts) await insertFact(fact, session);
      for (const reference of references) await insert(CreditModel, referenceRecordOf(reference), session);
      for (const { month, change, summary } of priced)
        await writeStatement(
          { ...month, book: change.book },
          {
            statement: change.after,
            summary,
            causes,
            expectedGiven: change.expected.book === change.book ? null : change.expected.book.given,
            ...times,
          },
          session,
        );
      for (const { summary, sums, hold } of shares) {
        await writeMemberSummary(summary, sums, session);
        onEnded(session, hold);
      }
      await emitAll(
        [
          ...rollUps(facts),
          ...repricings(asking.flat(), { cause, named: causes[0] }),
          ...firstPricings(first, { cause, realNow: times.recordedAt }),
          ...followed.flat(),
          ...events,
        ],
        session,
      );
    },
  };
}

/** Months that look at what others came to are priced again once these are written. */
function repricings(
  asking: readonly { memberId: string; period: Month }[],
  { cause, named }: { cause: string; named: Cause | undefined },
): NewEvent[] {
  const months = new Map(asking.map((month) => [repMonthOf(month.memberId, month.period), month]));
  return [...months].map(([repMonth, { memberId, period }]) =>
    askToReprice({ memberId, period, ...(named && { cause: named }) }, { cause, part: `other:${repMonth}` }),
  );
}

/** Each unit that the facts count in is asked once to roll up; the first fact is the cause. */
function rollUps(facts: readonly Fact[]): NewEvent[] {
  const months = new Map(
    teamMonthsCredited(facts).map(({ unitId, period }) => [`${unitId}:${period}`, { unitId, period }]),
  );
  const [first] = facts;
  return [...months].map(([part, payload]) => askToRollUp(payload, first ? factRecordIdOf(first) : "", part));
}

/** Months in which facts count for members, and those that have to know of them. */
function monthsTouched(
  facts: readonly Fact[],
  references: readonly Reference[] = [],
): { memberId: string; period: Month }[] {
  const months = new Map<string, { memberId: string; period: Month }>();
  for (const { memberId, period } of references) months.set(repMonthOf(memberId, period), { memberId, period });
  for (const fact of facts) {
    for (const { memberId } of fact.credits) {
      // Counted for the unit, paid to nobody.
      if (isHouseAccount(memberId)) continue;
      const period = monthOf(fact.countsOn);
      months.set(repMonthOf(memberId, period), { memberId, period });
    }
  }
  // In one order for all who write, so that two bookings for the same people meet at the first of them.
  const keys = [...months.keys()].sort();
  return keys.flatMap((key) => months.get(key) ?? []);
}

function priceChange(monthState: MonthState, newFacts: readonly Fact[], references: readonly Reference[]): MonthChange {
  const { memberId, period, assignments, book } = monthState;
  const own = newFacts.filter(
    (fact) => monthOf(fact.countsOn) === period && fact.credits.some((credit) => credit.memberId === memberId),
  );
  const referred = references.filter((one) => one.memberId === memberId && one.period === period);
  const bookAfter = bookWith(
    book,
    own,
    referred.map(({ fact }) => fact),
  );
  const before = monthState.statement ?? evaluate(assignments, book);
  const after = evaluate(assignments, bookAfter);
  return {
    expected: expectedChange(monthState, newFacts, { before, after, book: bookAfter }),
    memberId,
    period,
    before,
    after,
    assignments,
    book: bookAfter,
    doneBeforeFen: salesDoneFen(monthState).doneFen,
    ...salesDoneFen({ ...monthState, book: bookAfter }),
  };
}

/** A change as the member is told it: beginning where the last one that was told has ended. */
function expectedChange(
  { assignments, book, expectedGiven, units }: MonthState,
  newFacts: readonly Fact[],
  counted: MonthChange["expected"],
): MonthChange["expected"] {
  const givenBefore = expectedGiven ? withExpected(book, expectedGiven) : book.given;
  const unitsAbove = (unitId: string) => unitAndAbove(units, unitId).map((unit) => unit.unitId);
  const given = raisedByFacts({ ...book, given: givenBefore }, newFacts, { measure: salesMeasure, unitsAbove });
  const bookExpected = given === counted.book.given ? counted.book : { ...counted.book, given };
  return {
    before: givenBefore === book.given ? counted.before : evaluate(assignments, { ...book, given: givenBefore }),
    after: bookExpected === counted.book ? counted.after : evaluate(assignments, bookExpected),
    book: bookExpected,
  };
}

/** What is expected of a result holds until the unit has got there. The same list where everything has arrived. */
function withExpected(
  { given, period }: Pick<MemberBook, "given" | "period">,
  expected: readonly GivenInput[],
): GivenInput[] {
  const keyOf = ({ kind, code, of, unitId, period }: GivenInput) => [kind, code, of, unitId, period].join(" ");
  const values = new Map(expected.map((input) => [keyOf(input), input.value]));
  const held = given.map((input): GivenInput => {
    const isUnits = input.kind === "measure" && input.unitId !== undefined && input.period === period;
    const value = isUnits ? values.get(keyOf(input)) : null;
    const { value: now } = input;
    return value && now && "fen" in value && "fen" in now && value.fen > now.fen ? { ...input, value } : input;
  });
  return held.every((input, index) => input === given[index]) ? given : held;
}

/** What new facts would change, with nothing written: each credited member's month. */
export async function changesOf(deps: BookingDeps, facts: readonly Fact[]): Promise<MonthChange[]> {
  const months = await Promise.all(
    monthsTouched(facts).map(({ memberId, period }) => readMonthState(memberId, period, deps)),
  );
  return months.map((month) => priceChange(month, facts, []));
}

export interface MemberShareOfUnit {
  unitId: string;
  memberId: string;
  period: Month;
}

export const teamMemberMonthOf = ({ unitId, memberId, period }: MemberShareOfUnit) => `${unitId}:${memberId}:${period}`;

/** Credits without a team count for the member alone. */
export function teamMonthsCredited(facts: readonly Fact[]): MemberShareOfUnit[] {
  const months = new Map<string, MemberShareOfUnit>();
  for (const fact of facts) {
    for (const { memberId, teamId, role } of fact.credits) {
      if (teamId === null || role !== "owner") continue;
      const month = { unitId: teamId, memberId, period: fact.bookedIn };
      months.set(teamMemberMonthOf(month), month);
    }
  }
  return [...months.values()].sort((a, b) => (teamMemberMonthOf(a) < teamMemberMonthOf(b) ? -1 : 1));
}

const teamMonthCredits = allBy<CreditRecord, "teamMemberMonth">(CreditModel, "teamMemberMonth", { valuesMax: 20 });

/** A member's share of a team's month with the new facts, folded from the credits themselves: nothing is counted up. */
export async function readShare(deps: BookingDeps, month: MemberShareOfUnit, newFacts: readonly Fact[]) {
  const { unitId, memberId, period } = month;
  const key = teamMemberMonthOf(month);
  const { shares } = heldMonths(deps);
  const held = shares.get(key);
  const summary = held ? { ...month, ...held } : await readMemberSummary(unitId, memberId, period);
  const known = held ? held.facts : await factsOfTeamMonth(key);
  const added = newFacts.filter(
    (fact) =>
      fact.bookedIn === period &&
      fact.credits.some((credit) => credit.memberId === memberId && credit.teamId === unitId),
  );
  const facts = [...known, ...added];
  const sums: Sums = summarise(memberId, facts);
  return {
    /** As it is now; `sums` with the new facts. */
    summary,
    sums,
    hold: (isCommitted: boolean) =>
      shares.hold(key, isCommitted ? { revision: summary.revision + 1, sums, facts } : null),
  };
}

async function factsOfTeamMonth(teamMemberMonth: string): Promise<Fact[]> {
  return ((await teamMonthCredits.get(teamMemberMonth)) ?? []).map((credit) => credit.fact as Fact);
}

async function insertFact(fact: Fact, session: ClientSession): Promise<void> {
  await insert(FactModel, factRecordOf(fact), session);
  for (const record of creditRecordsOf(fact)) await insert(CreditModel, record, session);
}

/** A customer's first order is one fact, by whatever order it is. */
export const firstOrderFactIdOf = (customerId: string): string => `newCustomer:${customerId}`;

const revisionsAtOnce = 40;

/** A fact as it was recorded last; null where there is none. @param revisionMax none is later, where that is known */
export async function newestFactOf(factId: string, revisionMax = Infinity): Promise<Fact | null> {
  let newest: Fact | null = null;
  for (let from = 0; from < revisionMax; from += revisionsAtOnce) {
    const length = Math.min(revisionsAtOnce, revisionMax - from);
    const ids = Array.from({ length }, (_, n) => factRecordIdOf({ id: factId, revision: from + n + 1 }));
    const records = await FactModel.find({ _id: { $in: ids } }).lean<FactRecord[]>();
    const facts = records.map((record) => record.fact as Fact); // stored as the engine takes it
    newest = facts.reduce<Fact | null>((last, fact) => (fact.revision > (last?.revision ?? 0) ? fact : last), newest);
    if ((newest?.revision ?? 0) < from + length) break;
  }
  return newest;
}

/** A fact's credits as they are stored. */
export function creditRecordsOf(fact: Fact): CreditRecord[] {
  return fact.credits.map((credit) => ({
    _id: `${factRecordIdOf(fact)}:${credit.role}:${credit.memberId}`,
    schemaVersion: 1,
    memberId: credit.memberId,
    repMonth: repMonthOf(credit.memberId, monthOf(fact.countsOn)),
    teamMemberMonth: teamMemberMonthOf({
      unitId: credit.teamId ?? "none",
      memberId: credit.memberId,
      period: fact.bookedIn,
    }),
    role: credit.role,
    unitId: credit.teamId ?? "none",
    amountFen: credit.fen,
    kind: fact.kind,
    fact,
  }));
}
