import { MemberModel, type MemberRecord } from "./memberModel";

/*
 * Members and units are subjects of targets side by side, so that no member's id may be a unit's. WeCom does not distinguish
 * userids by case and ours are lower case, as the ids of units are: in capitals a userid is still the same one to WeCom, and no
 * other member's or unit's id to us.
 */

export const unitIdOf = (departmentId: number): string => `u${departmentId}`;

/** The department that a unit is. */
export const departmentIdOf = (unitId: string): number => Number(unitId.slice(1));

const likeUnitId = /^u\d+$/;

/**
 * The member that a userid stands for, in whatever case it is written.
 * @param recorded ids of members: who was recorded as `u3` before they were kept apart is the same person still
 */
export function memberIdOf(userId: string, recorded: { has(memberId: string): boolean }): string {
  const memberId = userId.toLowerCase();
  return likeUnitId.test(memberId) && !recorded.has(memberId) ? memberId.toUpperCase() : memberId;
}

/** The same where the directory is not at hand. */
export async function memberIdOfUser(userId: string): Promise<string> {
  const plain = userId.toLowerCase();
  if (!likeUnitId.test(plain)) return plain;
  const known = await MemberModel.findOne({ _id: plain }, { _id: 1 }).lean<Pick<MemberRecord, "_id"> | null>();
  return memberIdOf(userId, new Set(known ? [known._id] : []));
}
