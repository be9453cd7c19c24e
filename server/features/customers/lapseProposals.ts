import type { JobActor } from "@shared/domain/actor";
import { command } from "../../db";
import type { Deps } from "../../deps";
import { closeProposal, pageOfOpenProposals, proposalIfAny } from "./pinProposals";

/**
 * Ends what nobody has decided on for as long as positions are kept: where somebody stood goes with it, and they are told. What has ended
 * is not found again, so that a run that is repeated does what the first one left.
 * @param before those that were proposed until then
 * @returns how many there were
 */
export async function lapseProposals(
  deps: Pick<Deps, "realNow">,
  { at, runId, actor, before }: { at: Date; runId: string; actor: JobActor; before: Date },
): Promise<number> {
  for (let count = 0; ;) {
    const { proposals } = await pageOfOpenProposals(null);
    // The oldest first.
    const old = proposals.filter(({ askedAt }) => askedAt < before);
    for (const { _id, customerId, siteId } of old) {
      const request = { actor, commandId: `${runId}:${_id}`, kind: "pins.lapse", body: { proposalId: _id } };
      await command(request, async () => {
        const proposal = await proposalIfAny(_id);
        // Decided on, or proposed anew, meanwhile.
        if (proposal?.state !== "open" || proposal.askedAt >= before)
          return { answer: {}, write: async () => undefined };
        return {
          answer: {},
          audit: { action: "pins.lapse", subject: `customer:${customerId}`, at, detail: { siteId } },
          write: (session) => closeProposal(proposal, "lapsed", { session, at, realNow: deps.realNow() }),
        };
      });
    }
    count += old.length;
    if (old.length < proposals.length || proposals.length === 0) return count;
  }
}
