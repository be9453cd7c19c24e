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

/**
 * Tells those who have come back from those who were given the userid of somebody who has left: the latter are members of their
 * own, who see nothing of what was the former's. Of whom that is not certain stays out until an administrator has said it.
 * @returns ids of members who have left, of whom it is not certain whether they are who has their userid now
 */
export function tellApart(
  deps: Pick<Deps, "fieldKeys" | "logger">,
  { members }: Pick<Recorded, "members">,
  users: readonly WecomUser[],
  recordedIds: Set<string>,
): Directory["unsureIds"] {
  const left = new Map(members.flatMap((member) => (member.state === "left" ? [[member._id, member] as const] : [])));
  const back = users.filter(({ memberId, active }) => active && left.has(memberIdOf(memberId, recordedIds)));
  const phones = phonesTold(deps, [...left.values()], { users: back, recordedIds });
  const unsure = new Set<string>();
  for (const user of back) {
    const memberId = memberIdOf(user.memberId, recordedIds);
    const before = left.get(memberId);
    const verdict = before ? verdictOf(before, user, phones.get(memberId)) : "same";
    if (verdict === "unsure") unsure.add(memberId);
    if (verdict === "other") recordedIds.add(nextHolderOf(memberId));
  }
  if (unsure.size > 0) {
    const userIds = [...unsure].slice(0, 50);
    deps.logger.error(
      { alarm: "directory.unsure", ids: userIds, count: unsure.size },
      "these members had left, and WeCom has their userids again under another name or number: they stay out until you say " +
        "who it is, `npm run member -- same USERID` or `npm run member -- other USERID`",
    );
  }
  return unsure;
}
