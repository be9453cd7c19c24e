import type { Fact } from "@shared/domain/pay";
import { inTransaction } from "../../db";
import { MemberSummaryModel, type MemberSummaryRecord } from "../../features/performance/memberSummaryModel";
import type { Sums } from "../../features/performance";
import { CreditModel, type CreditRecord } from "../../features/statements/creditModel";
import { summarise } from "../../features/statements/summarise";
import { inBatches } from "./batches";
import { type Difference, sumDifference } from "./difference";

/** What each member has brought to a unit in a month, against the credits that it is folded from. */
export function checkShares(): Promise<Difference | null> {
  const cursor = MemberSummaryModel.find({}).lean<MemberSummaryRecord[]>().cursor();
  return inBatches(cursor, async (records: MemberSummaryRecord[]) => {
    const ids = records.map(({ _id }) => _id);
    const credits = await CreditModel.find({ teamMemberMonth: { $in: ids } }).lean<CreditRecord[]>();
    const byShare = new Map<string, CreditRecord[]>(ids.map((id) => [id, []]));
    for (const credit of credits) byShare.get(credit.teamMemberMonth)?.push(credit);
    for (const record of records) {
      if (differenceOf(record, byShare.get(record._id) ?? []) === null) continue;
      const difference = await lookAgain(record._id);
      if (difference) return difference;
    }
    return null;
  });
}

/** In one moment: somebody may have booked between the two reads. */
function lookAgain(_id: string): Promise<Difference | null> {
  return inTransaction(async (session) => {
    const record = await MemberSummaryModel.findOne({ _id }, null, { session }).lean<MemberSummaryRecord | null>();
    const credits = await CreditModel.find({ teamMemberMonth: _id }, null, { session }).lean<CreditRecord[]>();
    return record && differenceOf(record, credits);
  });
}

function differenceOf(
  { memberId, unitMonth, sums }: MemberSummaryRecord,
  credits: readonly CreditRecord[],
): Difference | null {
  // Stored as the engine takes it; each credit carries its whole fact.
  const facts = credits.map((credit) => credit.fact as Fact);
  const difference = sumDifference(summarise(memberId, facts), sums as Sums);
  const period = unitMonth.slice(-"2026-03".length);
  const unitId = unitMonth.slice(0, -(period.length + 1));
  return difference && { memberId, period, ...difference, at: `brought to unit ${unitId}, ${difference.at}` };
}
