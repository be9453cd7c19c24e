import type { Actor } from "@shared/domain/actor";
import { AppError } from "@shared/errors";
import { command, updateAtRevision } from "../../db";
import type { Deps } from "../../deps";
import { MemberModel, type MemberRecord } from "./memberModel";

/**
 * Says of a member who has left, or may have been followed by somebody else, whether whoever has their userid now is the same person. The next reading of the directory lets
 * the same person in as they were, without roles and consent, and somebody else as a member of their own.
 * @throws AppError "member.unknown" where there is no such member, or nothing to be decided
 */
export function decideReturn(
  deps: Pick<Deps, "clock">,
  { actor, commandId, memberId, as }: { actor: Actor; commandId: string; memberId: string; as: "same" | "other" },
): Promise<{ memberId: string; revision: number }> {
  return command({ actor, commandId, kind: "members.decideReturn", body: { memberId, as } }, async () => {
    const member = await MemberModel.findOne({ _id: memberId }).lean<MemberRecord | null>();
    if (!member) throw new AppError("member.unknown", `no member ${memberId}`);
    if (member.state !== "left" && !member.isUnsure)
      throw new AppError("member.unknown", `${memberId} (${member.name}) is here, and nobody else has that userid`);
    const { revision } = member;
    return {
      answer: { memberId, revision: revision + 1 },
      audit: { action: "member.decideReturn", subject: `member:${memberId}`, at: deps.clock.now(), detail: { as } },
      write: (session) => updateAtRevision(MemberModel, { id: memberId, revision, set: { returnsAs: as } }, session),
    };
  });
}
