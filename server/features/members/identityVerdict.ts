import type { Deps } from "../../deps";
import type { WecomUser } from "../../integrations/wecom";
import type { Directory, Recorded } from "./directoryState";
import { holdersOf, memberIdOf, nextHolderOf, userIdOf } from "./memberIds";
import type { MemberRecord } from "./memberModel";
import { phonesTold, type ToldPhone, toldPhoneOf } from "./memberPhones";

export type IdentityVerdict = "same" | "other" | "unsure";
type Before = Pick<MemberRecord, "_id" | "name" | "state" | "decided">;

/**
 * Whether somebody who has a member's userid is that member, by what WeCom tells of them: at a reading of the directory, at a
 * login, and while they work.
 *
 * - A userid is nobody's own: deleted in WeCom, it may be given to the next one.
 * - A phone number is not either where the company pays for it: the successor takes over the SIM with the post. So it speaks
 *   for nobody under another name, and another number against nobody under their own, since people change theirs.
 * - A name is somebody's own as far as anything is that most apps are told, but it is corrected and shared. Made longer or
 *   shorter, as by a department or a nickname, it is theirs still, of somebody who was there at the last reading, unless their
 *   number is another one as well. A wholly other name, as after a marriage, is rare enough that an administrator may say it once;
 *   the other way round a stranger would see what somebody else earns, and be paid for it.
 * - Who has left and comes back has been away for any time: then a name that is only similar says nothing by itself.
 *
 * Where that does not settle it an administrator does, see `decideReturn`.
 */
export function verdictOf(
  before: Before,
  user: Pick<WecomUser, "memberId" | "name">,
  phone: Pick<ToldPhone, "isRecorded" | "indexes"> | undefined,
): IdentityVerdict {
  if (before.decided && isDecidedOf(before.decided, user, phone)) return before.decided.as;
  const name = nameCompared(before, user);
  const hasPhone = phone?.isRecorded ?? null;
  if (before.state === "active") {
    if (name === null) return hasPhone === false ? "unsure" : "same";
    return name === "other" || (name === "similar" && hasPhone === false) ? "unsure" : "same";
  }
  if (name === "other") return hasPhone === false ? "other" : "unsure";
  if (hasPhone === null) return name === "same" ? "same" : "unsure";
  return hasPhone ? "same" : "unsure";
}

/** What was decided was said of the person who stood there then, and not of whoever may have the userid later. */
const isDecidedOf = (
  { name, phoneIndex }: NonNullable<MemberRecord["decided"]>,
  user: Pick<WecomUser, "name">,
  phone: Pick<ToldPhone, "indexes"> | undefined,
): boolean => name === user.name && (phone ? phone.indexes.includes(phoneIndex ?? "") : (phoneIndex ?? null) === null);

/** Null where one of them is not known: WeCom does not tell names to every app, or the userid in their place. */
function nameCompared(before: Pick<Before, "_id" | "name">, user: Pick<WecomUser, "memberId" | "name">) {
  const [was, is] = [before.name, user.name].map(plainName);
  const userId = plainName(userIdOf(before._id));
  if (!was || !is || was === userId || is === userId) return null;
  if (was === is) return "same";
  const [short, long] = was.length < is.length ? [was, is] : [is, was];
  return short.length > 1 && long.includes(short) ? "similar" : "other";
}

const plainName = (name: string): string => name.normalize("NFKC").replace(/\s/gu, "").toLowerCase();

/**
 * Tells those who are still there, or have come back, from those who were given the userid of somebody else: the latter are members
 * of their own, who see nothing of what was the former's. Of whom that is not certain stays out until an administrator has said it.
 * @param goneIds takes up who had a userid until this reading that is somebody else's now
 * @returns ids of members of whom it is not certain whether they are who has their userid now
 */
export function judgeIdentities(
  deps: Pick<Deps, "fieldKeys" | "logger">,
  { members }: Pick<Recorded, "members">,
  users: readonly WecomUser[],
  { recordedIds, goneIds }: { recordedIds: Set<string>; goneIds: Set<string> },
): Directory["unsureIds"] {
  const known = new Map(members.map((member) => [member._id, member]));
  const phones = phonesTold(deps, members, { users: [...users], recordedIds });
  const unsure = new Set<string>();
  for (const user of users.filter(({ active }) => active)) {
    const memberId = memberIdOf(user.memberId, recordedIds);
    const before = known.get(memberId);
    if (!before) continue;
    const verdict = verdictOf(before, user, phones.get(memberId));
    if (verdict === "unsure") unsure.add(memberId);
    if (verdict !== "other") continue;
    recordedIds.add(nextHolderOf(memberId));
    if (before.state === "active") goneIds.add(memberId);
  }
  if (unsure.size > 0) tellUnsure(deps, [...unsure]);
  return unsure;
}

/**
 * The same of one member between two readings, by what WeCom has just said of their userid. Who was put into doubt by a reading is
 * so until the next one.
 */
export async function verdictNow(
  deps: Pick<Deps, "fieldKeys" | "logger">,
  memberId: string,
  user: WecomUser,
): Promise<IdentityVerdict> {
  const last = await holdersOf(userIdOf(memberId));
  const before = last.records.get(memberId);
  if (!before || last.memberId !== memberId) return "other";
  const verdict = verdictOf(before, user, toldPhoneOf(deps, before, user.mobile));
  if (verdict === "other" || (verdict === "same" && !before.isUnsure)) return verdict;
  tellUnsure(deps, [memberId]);
  return "unsure";
}

function tellUnsure({ logger }: Pick<Deps, "logger">, memberIds: readonly string[]): void {
  logger.error(
    { alarm: "directory.unsure", ids: memberIds.slice(0, 50), count: memberIds.length },
    "WeCom has these userids under another name or number than who had them: nobody comes in by them until you say who it " +
      "is, `npm run member -- same USERID` or `npm run member -- other USERID`",
  );
}
