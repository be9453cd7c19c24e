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

/*
 * A userid that was somebody's who has left may be given to somebody else, who is another member: `zhangsan~2` is the second
 * who has it. WeCom allows no `~` in a userid.
 */

const nth = (first: string, n: number): string => `${first}~${n}`;

/** The member's userid in WeCom. */
export const userIdOf = (memberId: string): string => memberId.split("~", 1)[0] ?? memberId;

/** Who has the userid of this member after them. */
export function nextHolderOf(memberId: string): string {
  const [first = memberId, n = "1"] = memberId.split("~");
  return nth(first, Number(n) + 1);
}

/** Whether somebody else has been given this member's userid, who then is nobody's to ask WeCom about. */
export const isFollowed = (memberId: string, recorded: { has(memberId: string): boolean }): boolean =>
  recorded.has(nextHolderOf(memberId));

/**
 * The member that a userid stands for, in whatever case it is written: the last one who was given it.
 * @param recorded ids of members: who was recorded as `u3` before they were kept apart is the same person still
 */
export function memberIdOf(userId: string, recorded: { has(memberId: string): boolean }): string {
  const plain = userId.toLowerCase();
  let memberId = likeUnitId.test(plain) && !recorded.has(plain) ? plain.toUpperCase() : plain;
  while (recorded.has(nextHolderOf(memberId))) memberId = nextHolderOf(memberId);
  return memberId;
}

/** A userid has had fewer people one after the other. */
const holdersMax = 50;

/** The same where the directory is not at hand. */
export const memberIdOfUser = async (userId: string): Promise<string> => (await holdersOf(userId)).memberId;

/** The last one who was given a userid, and everybody's record who ever was: a few in one read. */
export async function holdersOf(userId: string): Promise<{ memberId: string; records: Map<string, MemberRecord> }> {
  const plain = userId.toLowerCase();
  const firsts = likeUnitId.test(plain) ? [plain, plain.toUpperCase()] : [plain];
  const later = Array.from({ length: holdersMax - 1 }, (_, n) => n + 2);
  const ids = firsts.flatMap((first) => [first, ...later.map((n) => nth(first, n))]);
  const found = await MemberModel.find({ _id: { $in: ids } }).lean<MemberRecord[]>();
  const records = new Map(found.map((record) => [record._id, record]));
  return { memberId: memberIdOf(userId, records), records };
}
