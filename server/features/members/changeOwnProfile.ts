import type { PublicPraise } from "@shared/contracts";
import { AppError } from "@shared/errors";
import { command, updateAtRevision } from "../../db";
import type { Deps } from "../../deps";
import type { MemberActor } from "../../http";
import { membersNow } from "./sessionMember";
import { MemberModel, type MemberRecord } from "./memberModel";

/** What people choose about themselves. */
type Choice = { language?: MemberRecord["language"]; publicPraise?: PublicPraise; lookMessages?: boolean };

interface ProfileChange<Set extends Choice> {
  actor: MemberActor;
  commandId: string;
  revision: number;
  /** Names the command and its audit entry. */
  kind: string;
  set: Set;
}

/** Changes what a member has chosen about themselves, with an entry of what it was before. May be repeated. */
export async function changeOwnProfile<Set extends Choice>(
  deps: Pick<Deps, "clock" | "realNow" | "caches">,
  { actor, commandId, revision, kind, set }: ProfileChange<Set>,
): Promise<Set & { revision: number }> {
  const memberId = actor.id;
  const answer = await command({ actor, commandId, kind, body: { revision, ...set } }, async () => {
    const member = await MemberModel.findOne({ _id: memberId }).lean<MemberRecord | null>();
    if (!member) throw new AppError("member.unknown", `no member ${memberId}`);
    if (member.revision !== revision) {
      throw new AppError("stale", "the profile was changed meanwhile", { revision: member.revision });
    }
    const [[name, after]] = Object.entries(set) as [[keyof Choice, Choice[keyof Choice]]];
    return {
      answer: { ...set, revision: revision + 1 },
      audit: {
        action: kind,
        subject: `member:${memberId}`,
        at: deps.clock.now(),
        detail: { before: member[name] ?? null, after },
      },
      write: (session) => updateAtRevision(MemberModel, { id: memberId, revision, set }, session),
    };
  });
  membersNow(deps).forget(memberId);
  return answer;
}
