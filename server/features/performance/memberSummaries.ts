import type { ClientSession } from "mongoose";
import type { Period } from "@shared/domain/time";
import { allBy, byId, insert, insertAll, updateAtRevision } from "../../db";
import { MemberSummaryModel, type MemberSummaryRecord } from "./memberSummaryModel";
import { type Sums, unitMonthIdOf } from "./unitMonths";

/** What a member brought to a unit in a month, with the revision that it was read at (0: not there yet). */
export interface MemberSummary {
  unitId: string;
  memberId: string;
  period: Period;
  sums: Sums;
  revision: number;
}

const idOf = (unitId: string, memberId: string, period: Period) => `${unitId}:${memberId}:${period}`;

const summaryRecords = byId<MemberSummaryRecord>(MemberSummaryModel);

export async function readMemberSummary(unitId: string, memberId: string, period: Period): Promise<MemberSummary> {
  const record = await summaryRecords.get(idOf(unitId, memberId, period));
  return { unitId, memberId, period, sums: (record?.sums ?? {}) as Sums, revision: record?.revision ?? 0 };
}

/** Replaces a summary where it is still at the revision that was read; else the transaction starts again. */
export async function writeMemberSummary(summary: MemberSummary, sums: Sums, session: ClientSession): Promise<void> {
  const { unitId, memberId, period, revision } = summary;
  const id = idOf(unitId, memberId, period);
  if (revision > 0) return updateAtRevision(MemberSummaryModel, { id, revision, set: { sums } }, session);
  await insert(MemberSummaryModel, firstSummary({ unitId, memberId, period, sums }), session);
}

/** What many members brought to their units in months that nobody has summed up yet, in bulk. */
export function openMemberSummaries(summaries: readonly Omit<MemberSummary, "revision">[]): Promise<void> {
  return insertAll(MemberSummaryModel, summaries.map(firstSummary));
}

const firstSummary = ({ unitId, memberId, period, sums }: Omit<MemberSummary, "revision">) => ({
  _id: idOf(unitId, memberId, period),
  memberId,
  unitMonth: unitMonthIdOf(unitId, period),
  sums,
  revision: 1,
});

/** What these units' people brought to them in a month, one entry for each person and unit. */
export async function sumsOfUnits(unitIds: readonly string[], period: Period): Promise<Sums[]> {
  const unitMonth = { $in: unitIds.map((unitId) => unitMonthIdOf(unitId, period)) };
  const records = await MemberSummaryModel.find({ unitMonth }).lean<MemberSummaryRecord[]>();
  return records.map((record) => record.sums as Sums);
}

const unitMonthSummaries = allBy<MemberSummaryRecord, "unitMonth">(MemberSummaryModel, "unitMonth");

/** The summaries of everybody who brought something to a unit in a month. */
export async function memberSummariesOf(unitId: string, period: Period): Promise<Map<string, Sums>> {
  const records = (await unitMonthSummaries.get(unitMonthIdOf(unitId, period))) ?? [];
  return new Map(records.map((record) => [record.memberId, record.sums as Sums]));
}
