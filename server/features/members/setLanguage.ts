import { AppError } from "@shared/errors";
import { command, updateAtRevision } from "../../db";
import type { Deps } from "../../deps";
import { MemberModel, type MemberRecord } from "./memberModel";

type Language = MemberRecord["language"];

/** Sets the language of screens and messages. */
export function setLanguage(
  deps: Pick<Deps, "clock">,
  request: { memberId: string; commandId: string; revision: number; language: Language },
): Promise<{ language: Language; revision: number }> {
  const { memberId, commandId, revision, language } = request;
  return command({ memberId, commandId, kind: "me.setLanguage", body: { revision, language } }, async () => {
    const member = await MemberModel.findOne({ _id: memberId }).lean<MemberRecord | null>();
    if (!member) throw new AppError("member.unknown", `no member ${memberId}`);
    if (member.revision !== revision) {
      throw new AppError("stale", "the profile was changed meanwhile", { revision: member.revision });
    }
    return {
      answer: { language, revision: revision + 1 },
      audit: {
        action: "me.setLanguage",
        subject: `member:${memberId}`,
        at: deps.clock.now(),
        detail: { before: member.language, after: language },
      },
      write: (session) => updateAtRevision(MemberModel, { id: memberId, revision, set: { language } }, session),
    };
  });
}
