import type { FromDay } from "@shared/domain/staff";
import { byId } from "../../db";
import { StaffModel, type StaffRecord } from "./staffModel";

/** What is kept of a member; of somebody of whom nothing has been said yet, as if it had been left empty. */
export interface Staff {
  memberId: string;
  employeeNumber: string | null;
  joinedOn: string | null;
  leftOn: string | null;
  reportsTo: FromDay<string>[];
  salesMode: FromDay<string>[];
  /** 0: nothing has been said yet. */
  revision: number;
}

const staffRecords = byId<StaffRecord>(StaffModel);

export const findStaff = async (memberId: string): Promise<Staff> =>
  staffOf(memberId, await staffRecords.get(memberId));

/** For many, in one read. */
export async function findStaffOf(memberIds: readonly string[]): Promise<Map<string, Staff>> {
  const found = await Promise.all(memberIds.map(async (memberId) => [memberId, await findStaff(memberId)] as const));
  return new Map(found);
}

const staffOf = (memberId: string, record: StaffRecord | null | undefined): Staff => ({
  memberId,
  employeeNumber: record?.employeeNumber ?? null,
  joinedOn: record?.joinedOn ?? null,
  leftOn: record?.leftOn ?? null,
  reportsTo: historyOf(record?.reportsTo),
  salesMode: historyOf(record?.salesMode),
  revision: record?.revision ?? 0,
});

const historyOf = (stored: StaffRecord["reportsTo"] | undefined): FromDay<string>[] =>
  (stored ?? []).map(({ fromOn, value }) => ({ fromOn, value: value ?? null }));

const foundMax = 20;

/** Ids of those whose number begins so, in the order of the numbers. */
export async function memberIdsByNumberBeginning(key: string): Promise<string[]> {
  const found = await StaffModel.find({ numberKey: { $gte: key, $lt: `${key}\uffff` } }, { _id: 1 })
    .sort({ numberKey: 1 })
    .limit(foundMax)
    .lean<Pick<StaffRecord, "_id">[]>();
  return found.map(({ _id }) => _id);
}
