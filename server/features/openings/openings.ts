import { BalanceModel, type BalanceRecord, OpeningModel, type OpeningRecord } from "./openingModel";

const pageSize = 100;

export const openingIfAny = (importId: string): Promise<OpeningRecord | null> =>
  OpeningModel.findOne({ _id: importId }).lean<OpeningRecord | null>();

export const openingsOf = async (importIds: readonly string[]): Promise<Map<string, OpeningRecord>> => {
  const found = await OpeningModel.find({ _id: { $in: [...new Set(importIds)] } }).lean<OpeningRecord[]>();
  return new Map(found.map((one) => [one._id, one]));
};

/** Which tables wait, or are on their way into the accounts: one at a time, but for the moment of their end. */
export const openOpenings = async (): Promise<string[]> =>
  (await OpeningModel.find({ state: { $in: ["waiting", "posting"] } }, { _id: 1 }).lean<{ _id: string }[]>()).map(
    ({ _id }) => _id,
  );

/** The newest first. */
export const newestOpenings = (max: number): Promise<OpeningRecord[]> =>
  OpeningModel.find({ number: { $gt: 0 } })
    .sort({ number: -1 })
    .limit(max)
    .lean<OpeningRecord[]>();

/** Those that wait for a second person, by id, a page at a time. @param after null for the first one */
export async function pageOfWaitingOpenings(
  after: string | null,
  max = pageSize,
): Promise<{ openings: OpeningRecord[]; next: string | null }> {
  const found = await OpeningModel.find({ state: "waiting", _id: { $gt: after ?? "" } })
    .sort({ state: 1, _id: 1 })
    .limit(max)
    .lean<OpeningRecord[]>();
  return { openings: found, next: found.length < max ? null : (found.at(-1)?._id ?? null) };
}

export interface MembersPage {
  members: { memberId: string; balances: BalanceRecord[] }[];
  next: string | null;
}

/** What a table changes, some members at a time, by id. */
export async function pageOfMembers(importId: string, after: string | undefined, max: number): Promise<MembersPage> {
  const grouped = await BalanceModel.aggregate<{ _id: string }>([
    { $match: { importId, memberId: { $gt: after ?? "" } } },
    { $group: { _id: "$memberId" } },
    { $sort: { _id: 1 } },
    { $limit: max + 1 },
  ]);
  const ids = grouped.slice(0, max).map(({ _id }) => _id);
  const balances = await BalanceModel.find({ importId, memberId: { $in: ids } })
    .sort({ importId: 1, memberId: 1, _id: 1 })
    .lean<BalanceRecord[]>();
  const members = ids.map((memberId) => ({
    memberId,
    balances: balances.filter((one) => one.memberId === memberId),
  }));
  return { members, next: grouped.length > max ? (ids.at(-1) ?? null) : null };
}
