import { sumFen } from "@shared/domain/money";
import { type Fact, isHouseAccount } from "@shared/domain/pay";
import { MemberSummaryModel } from "../../features/performance/memberSummaryModel";
import { CreditModel, type CreditRecord } from "../../features/statements/creditModel";
import { FactModel, type FactRecord } from "../../features/statements/factModel";
import { factRecordIdOf } from "../../features/statements/factRecord";
import { creditRecordsOf } from "../../features/statements/prepareBooking";
import {
  factsOfSales,
  isOrder,
  referenceRecordOf,
  referencesOf,
  refersRole,
} from "../../features/statements/referredFacts";
import { StatementModel } from "../../features/statements/statementModel";
import { inBatches } from "./batches";
import { type Difference, firstDifference, moneyOf, nothing } from "./difference";
import type { Progress } from "./progress";

/** Every fact against its credits: their sum in each role is its amount, and each says what the fact says. */
export function checkFacts(progress: Progress): Promise<Difference | null> {
  const cursor = FactModel.find({}).lean<FactRecord[]>().cursor();
  return inBatches(cursor, async (records: FactRecord[]) => {
    const facts = records.map((record) => record.fact as Fact); // stored as the engine takes it
    const references = await expectedReferences(facts.filter((fact) => !isOrder(fact)));
    const expected = [...facts.flatMap(creditRecordsOf), ...references];
    const found = await creditsById(expected.map(({ _id }) => _id));
    for (const fact of facts) {
      const difference = sumDifference(fact, found) ?? copyDifference(creditRecordsOf(fact), found);
      if (difference) return difference;
      progress.step("facts");
    }
    return copyDifference(references, found);
  });
}

async function creditsById(ids: readonly string[]): Promise<Map<string, CreditRecord>> {
  const records = await CreditModel.find({ _id: { $in: ids } }).lean<CreditRecord[]>();
  return new Map(records.map((record) => [record._id, record]));
}

function sumDifference(fact: Fact, found: ReadonlyMap<string, CreditRecord>): Difference | null {
  const amountFen = "amountFen" in fact ? fact.amountFen : 0;
  const records = creditRecordsOf(fact);
  for (const role of new Set(records.map((record) => record.role))) {
    const parts = records.filter((record) => record.role === role).map(({ _id }) => found.get(_id)?.amountFen ?? 0);
    const foundFen = sumFen(parts);
    if (foundFen === amountFen) continue;
    const at = `fact ${fact.id}, credits of role ${role}`;
    return { memberId: null, period: fact.bookedIn, at, expected: moneyOf(amountFen), found: moneyOf(foundFen) };
  }
  return null;
}

/** What months have to know of each other for the sales that some facts are about. */
async function expectedReferences(facts: readonly Fact[]): Promise<CreditRecord[]> {
  const saleIds = facts.flatMap((fact) => ("saleId" in fact ? [fact.saleId] : []));
  return saleIds.length === 0 ? [] : referencesOf(await factsOfSales(saleIds)).map(referenceRecordOf);
}

function copyDifference(records: readonly CreditRecord[], found: ReadonlyMap<string, CreditRecord>): Difference | null {
  for (const expected of records) {
    const { _id, memberId, repMonth } = expected;
    const credit = found.get(_id);
    const whose = { memberId, period: repMonth.slice(memberId.length + 1) };
    if (!credit) return { ...whose, at: `credit ${_id}`, expected: "one", found: nothing };
    const difference = firstDifference(expected, credit);
    if (difference) return { ...whose, ...difference, at: `credit ${_id} › ${difference.at}` };
  }
  return null;
}

/** Every credit the other way round: its fact is there and names it, its month was priced, and it counts for its unit. */
export function checkCredits(progress: Progress): Promise<Difference | null> {
  const cursor = CreditModel.find({}).lean<CreditRecord[]>().cursor();
  return inBatches(cursor, async (records: CreditRecord[]) => {
    const factIds = records.map((record) => factRecordIdOf(record.fact as Fact));
    const shares = records.filter(({ role, unitId }) => role === "owner" && unitId !== "none");
    const [facts, months, summed] = await Promise.all([
      FactModel.find({ _id: { $in: factIds } }).lean<FactRecord[]>(),
      StatementModel.find({ _id: { $in: records.map(({ repMonth }) => repMonth) } }, { _id: 1 }).lean(),
      MemberSummaryModel.find({ _id: { $in: shares.map((share) => share.teamMemberMonth) } }, { _id: 1 }).lean(),
    ]);
    const brought = new Set(summed.map(({ _id }) => _id));
    const referred = records.flatMap(({ role, fact }) => (role === refersRole ? [fact as Fact] : []));
    const named = new Set(
      [...facts.flatMap((record) => creditRecordsOf(record.fact as Fact)), ...(await expectedReferences(referred))].map(
        ({ _id }) => _id,
      ),
    );
    const priced = new Set(months.map(({ _id }) => _id));
    for (const record of records) {
      const { _id, memberId, repMonth, unitId, teamMemberMonth } = record;
      const whose = { memberId, period: repMonth.slice(memberId.length + 1) };
      if (!named.has(_id)) return { ...whose, at: `credit ${_id}`, expected: nothing, found: "one without its fact" };
      if (!isHouseAccount(memberId) && !priced.has(repMonth))
        return { ...whose, at: "statement", expected: "one", found: nothing };
      if (shares.includes(record) && !brought.has(teamMemberMonth))
        return { ...whose, at: `brought to unit ${unitId}`, expected: "a sum", found: nothing };
      progress.step("credits");
    }
    return null;
  });
}
