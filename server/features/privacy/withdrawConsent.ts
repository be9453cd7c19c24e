import type { AnswerOf } from "@shared/contracts";
import { businessDayOf } from "@shared/domain/time";
import { command } from "../../db";
import type { Deps } from "../../deps";
import type { MemberActor } from "../../http";
import { erase, positionsOf } from "../checkIns";
import { closeProposal, openProposalsBy } from "../customers";
import { consentsNow, consentsOf, endConsents } from "../members";

type Withdrawn = AnswerOf<"privacy.withdrawConsent">;

/**
 * Takes back the consent to positions: what is kept of them is erased with it, as the law asks, and no check-in is taken until the
 * text is accepted anew. Check-ins, visits and what they have paid stay as they are. Without a consent it changes nothing.
 */
export async function withdrawConsent(
  deps: Pick<Deps, "clock" | "realNow" | "caches" | "settings">,
  { actor, commandId }: { actor: MemberActor; commandId: string },
): Promise<Withdrawn> {
  const memberId = actor.id;
  const answer = await command<Withdrawn>({ actor, commandId, kind: "privacy.withdrawConsent", body: {} }, async () => {
    const now = deps.clock.now();
    const kept = (await consentsOf(memberId)).filter(({ endedAt }) => (endedAt ?? null) === null);
    if (kept.length === 0) return { answer: { endedAt: null, positionsErased: 0 }, write: async () => undefined };
    const [positions, proposals] = await Promise.all([
      positionsOf(memberId, businessDayOf(now), deps.settings.POSITION_KEPT_DAYS),
      openProposalsBy(memberId),
    ]);
    const counted = { positionsErased: positions.filter(({ fix }) => fix).length + proposals.length };
    return {
      answer: { endedAt: now.toISOString(), ...counted },
      audit: { action: "me.withdrawConsent", subject: `member:${memberId}`, at: now, detail: counted },
      write: async (session) => {
        await endConsents(memberId, now, session);
        await erase(positions, session);
        // Where they said that a client's place is, they stood.
        for (const proposal of proposals)
          await closeProposal(proposal, "withdrawn", { session, at: now, realNow: deps.realNow() });
      },
    };
  });
  // Other processes know it within 5 s.
  consentsNow(deps).forget(memberId);
  return answer;
}
