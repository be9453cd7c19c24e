import type { Deps } from "../../deps";
import type { WecomUser } from "../../integrations/wecom";
import type { Directory, Recorded } from "./directoryState";
import { memberIdOf, nextHolderOf } from "./memberIds";
import type { MemberRecord } from "./memberModel";
import { phonesTold, type ToldPhone } from "./memberPhones";

/**
 * Whether somebody who has the userid of a member who has left is that person. Of what WeCom tells, only the phone number is
 * somebody's own, and few apps are told it; names change and are shared. Where neither settles it an administrator does.
 */
export function verdictOf(
  before: Pick<MemberRecord, "name" | "returnsAs">,
  user: Pick<WecomUser, "name">,
  phone: Pick<ToldPhone, "isRecorded"> | undefined,
): "same" | "other" | "unsure" {
  if (before.returnsAs) return before.returnsAs;
  const hasPhone = phone?.isRecorded ?? null;
  const hasName = user.name === "" ? null : user.name === before.name;
  if (hasPhone === true) return "same";
  if (hasPhone === false) return hasName === false ? "other" : "unsure";
  return hasName === true ? "same" : "unsure";
}

/** Whether who had a userid at the last reading has it still: a name or a number alone changes in the life of one person. */
export function verdictOfPresent(...[before, user, phone]: Parameters<typeof verdictOf>): "same" | "other" | "unsure" {
  const verdict = verdictOf(before, user, phone);
  return before.returnsAs || verdict === "same" ? verdict : verdict === "other" ? "unsure" : "same";
}

/**
 * Tells those who have come back from those who were given the userid of somebody who has left: the latter are members of their
 * own, who see nothing of what was the former's. Of whom that is not certain stays out until an administrator has said it.
 * @param goneIds takes up who had a userid until this reading that is somebody else's now
 * @returns ids of members of whom it is not certain whether they are who has their userid now
 */
export function tellApart(
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
    const judge = before.state === "left" ? verdictOf : verdictOfPresent;
    const verdict = judge(before, user, phones.get(memberId));
    if (verdict === "unsure") unsure.add(memberId);
    if (verdict !== "other") continue;
    recordedIds.add(nextHolderOf(memberId));
    if (before.state === "active") goneIds.add(memberId);
  }
  if (unsure.size > 0) {
    const userIds = [...unsure].slice(0, 50);
    deps.logger.error(
      { alarm: "directory.unsure", ids: userIds, count: unsure.size },
      "WeCom has these userids under another name or number than who had them: nobody comes in by them until you say who it " +
        "is, `npm run member -- same USERID` or `npm run member -- other USERID`",
    );
  }
  return unsure;
}
