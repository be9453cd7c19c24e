import type { Actor } from "@shared/domain/actor";
import { AppError } from "@shared/errors";
import { command, updateAtRevision } from "../../db";
import type { Deps } from "../../deps";
import { WecomError, type WecomUser } from "../../integrations/wecom";
import { userIdOf } from "./memberIds";
import { MemberModel, type MemberRecord } from "./memberModel";
import { toldPhoneOf } from "./memberPhones";
import { verdictOf } from "./identityVerdict";

type Decision = { actor: Actor; commandId: string; memberId: string; as: "same" | "other" };

/**
 * Says whether who has the userid of a member in WeCom at this moment is that member, where that is not certain or the member
 * had left. It counts once, and of that person only: should the userid have passed to yet another one by the next reading of the
 * directory, nothing has been decided of them. The reading lets the same person in as they were, without roles and consent
 * where they had left, and somebody else as a member of their own.
 * @throws AppError "member.unknown" where there is no such member, nobody who has the userid now, or nothing to be decided;
 *   "wecom.unavailable" where WeCom does not say who that is
 */
export function decideReturn(
  deps: Pick<Deps, "clock" | "wecom" | "fieldKeys">,
  { actor, commandId, memberId, as }: Decision,
): Promise<{ memberId: string; name: string; revision: number }> {
  return command({ actor, commandId, kind: "members.decideReturn", body: { memberId, as } }, async () => {
    const member = await MemberModel.findOne({ _id: memberId }).lean<MemberRecord | null>();
    if (!member) throw new AppError("member.unknown", `no member ${memberId}`);
    const user = await holderOf(deps, memberId);
    if (!user?.active)
      throw new AppError("member.unknown", `nobody in WeCom has the userid of ${memberId} (${member.name}) at present`);
    const phone = toldPhoneOf(deps, member, user.mobile);
    const isCertain = !member.isUnsure && verdictOf(member, user, phone) !== "unsure";
    if (member.state === "active" && isCertain)
      throw new AppError("member.unknown", `${memberId} (${member.name}) is here, and nobody else has that userid`);
    const { revision } = member;
    const decided = { as, name: user.name, phoneIndex: phone?.indexes[0] ?? null };
    return {
      answer: { memberId, name: user.name, revision: revision + 1 },
      audit: {
        action: "member.decideReturn",
        subject: `member:${memberId}`,
        at: deps.clock.now(),
        detail: { as, name: user.name },
      },
      write: (session) => updateAtRevision(MemberModel, { id: memberId, revision, set: { decided } }, session),
    };
  });
}

/** Asked each time: whoever an alarm was about may have gone by now. */
async function holderOf({ wecom }: Pick<Deps, "wecom">, memberId: string): Promise<WecomUser | null> {
  try {
    return await wecom.findUser(userIdOf(memberId));
  } catch (error) {
    if (!(error instanceof WecomError)) throw error;
    throw new AppError(
      "wecom.unavailable",
      `WeCom does not say who has that userid: ${error.message}`,
      {},
      { cause: error },
    );
  }
}
