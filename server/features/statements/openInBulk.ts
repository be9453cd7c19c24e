import { evaluate, type Cause, type Fact, type GivenInput, type PaidOnce, standingFacts } from "@shared/domain/pay";
import type { Month } from "@shared/domain/time";
import { insertAll } from "../../db";
import type { Deps } from "../../deps";
import { unitSpansOfAll } from "../members";
import { openMemberSummaries, readUnitMonths, type Sums, type UnitMonth } from "../performance";
import { openMonths } from "../periods";
import { assign, readOrganisationSnapshot, unitsUsed } from "../plans";
import { salesMeasure, targetsOf } from "../targets";
import { CreditModel, type CreditRecord } from "./creditModel";
import { FactModel } from "./factModel";
import { factRecordOf } from "./factRecord";
import { givenInputsOf, visitsExpectedOf } from "./givenInputs";
import { readLayers } from "./layers";
import { readOtherMonths } from "./otherMonths";
import { summaryOf } from "./monthSummary";
import { paidOnceBefore } from "./paidOnce";
import { creditRecordsOf, type MemberShareOfUnit, teamMemberMonthOf, teamMonthsCredited } from "./prepareBooking";
import { type BookFacts, factsOfCredits, repMonthOf } from "./bookFacts";
import { bookOf, type MonthState } from "./readMonthState";
import { summarise } from "./summarise";
import { openStatements } from "./writeStatement";

/*
 * Months that come with a company: their facts are all there before the first one is priced. What a booking computes is computed
 * by the same functions, but written in bulk, once for each month, and without an event for each fact.
 */

/** Facts with their credits. They pay nothing before `priceOpenedMonth`. */
export async function openFacts(deps: Pick<Deps, "settings">, facts: readonly Fact[]): Promise<void> {
  await openMonths(deps, [...new Set(facts.map(({ bookedIn }) => bookedIn))]);
  await insertAll(FactModel, facts.map(factRecordOf));
  await insertAll(CreditModel, facts.flatMap(creditRecordsOf));
}

/** What facts bring to units, one sum for each member and month. They have to be all facts of these months. */
export async function openShares(facts: readonly Fact[]): Promise<void> {
  const shares = new Map<string, MemberShareOfUnit & { facts: Fact[] }>();
  for (const fact of facts) {
    for (const month of teamMonthsCredited([fact])) {
      const key = teamMemberMonthOf(month);
      const share = shares.get(key) ?? { ...month, facts: [] };
      share.facts.push(fact);
      shares.set(key, share);
    }
  }
  await openMemberSummaries(
    [...shares.values()].map((share) => {
      const sums: Sums = summarise(share.memberId, share.facts);
      return { unitId: share.unitId, memberId: share.memberId, period: share.period, sums };
    }),
  );
}

const membersAtOnce = 100;

/**
 * Prices a month of many members for the first time: statement, summary and one journal each. Units have to be rolled up by
 * then. Members who have the month already keep it.
 */
export async function priceOpenedMonth(
  { period, memberIds, cause }: { period: Month; memberIds: readonly string[]; cause: Cause },
  times: { pricedAt: Date; recordedAt: Date },
): Promise<void> {
  const snapshot = await readOrganisationSnapshot();
  const unitMonths = new Map(
    (await readUnitMonths([...snapshot.units.keys()], period)).map((month) => [month.unitId, month]),
  );
  for (let from = 0; from < memberIds.length; from += membersAtOnce) {
    const some = memberIds.slice(from, from + membersAtOnce);
    const [spans, targets, facts] = await Promise.all([
      unitSpansOfAll(some),
      targetsOf(some, salesMeasure, period),
      factsOfMembers(some, period),
    ]);
    const assigned = new Map(some.map((id) => [id, assign(id, spans.get(id) ?? [], period, snapshot)]));
    const visitsExpected = new Map<string, number | null>();
    const others = new Map<string, GivenInput[]>();
    const paidOnce = new Map<string, PaidOnce[]>();
    for (const [id, assignments] of assigned) {
      visitsExpected.set(id, await visitsExpectedOf(assignments, period));
      others.set(id, [
        ...(await readOtherMonths(id, assignments, period)),
        ...(await readLayers(id, assignments, period)),
      ]);
      paidOnce.set(id, await paidOnceBefore(id, period, assignments));
    }
    const months = some.map((memberId): MonthState => {
      const assignments = assigned.get(memberId) ?? [];
      const wanted = unitsUsed(assignments, period);
      const wantedMonths = [...wanted.keys()].sort().flatMap((unitId): readonly UnitMonth[] => {
        const month = unitMonths.get(unitId);
        return month ? [month] : [];
      });
      const given = givenInputsOf(period, {
        targetFen: targets.get(memberId),
        visitsExpected: visitsExpected.get(memberId) ?? null,
        wanted,
        unitMonths: wantedMonths,
        others: others.get(memberId) ?? [],
      });
      const book = bookOf({
        memberId,
        period,
        ...(facts.get(memberId) ?? { facts: [] }),
        given,
        paidOnce: paidOnce.get(memberId) ?? [],
      });
      const fresh = { revision: 0, bookRevision: 0, pricedAt: null, stored: null, summary: null };
      return {
        memberId,
        period,
        ...fresh,
        storedGiven: [],
        expectedGiven: null,
        assignments,
        book,
        units: snapshot.units,
      };
    });
    await openStatements(
      months.map((month) => {
        const statement = evaluate(month.assignments, month.book);
        const summary = summaryOf(month, statement, times.pricedAt);
        return { month, pricing: { statement, summary, causes: [cause], ...times } };
      }),
    );
  }
}

async function factsOfMembers(memberIds: readonly string[], period: Month): Promise<Map<string, BookFacts>> {
  const repMonth = { $in: memberIds.map((memberId) => repMonthOf(memberId, period)) };
  const credits = await CreditModel.find({ repMonth }).lean<CreditRecord[]>();
  const byMember = new Map<string, CreditRecord[]>();
  for (const credit of credits) byMember.set(credit.memberId, [...(byMember.get(credit.memberId) ?? []), credit]);
  return new Map(
    [...byMember].map(([memberId, own]) => {
      const { credited, referred } = factsOfCredits(own);
      return [memberId, { facts: standingFacts(credited), referred: standingFacts(referred) }];
    }),
  );
}
