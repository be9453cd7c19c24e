import { type CompanionRecord, openCompanionIfAny, pageOfOpenCompanions } from "../visits";
import type { ApprovalKind, OpenApproval } from "./approvalKind";

/** Who is named at a visit says by themselves whether they were there: no deputy can, and nobody above. */
export const companionApprovals: ApprovalKind = {
  name: "companion",
  find: async (companionId) => {
    const companion = await openCompanionIfAny(companionId);
    return companion && openOf(companion);
  },
  page: async (after) => {
    const { companions, next } = await pageOfOpenCompanions(after);
    return { open: companions.map(openOf), next };
  },
  candidatesFor: async ({ id: memberId }, { after, max }) => {
    const { companions, next } = await pageOfOpenCompanions(after, { memberId, max });
    return { open: companions.map(openOf), next, decidable: () => Promise.resolve(companions.map(({ _id }) => _id)) };
  },
};

function openOf(companion: CompanionRecord): OpenApproval {
  const { _id: companionId, revision, memberId, repId, repName, customerName, on, visitId } = companion;
  const confirmUntil = companion.confirmUntil.toISOString();
  return {
    subjectId: companionId,
    revision,
    approvers: () => Promise.resolve([{ memberId, insteadOfIds: [] }]),
    requestedById: repId,
    askedAt: companion.askedAt,
    told: { kind: "companion", companionId, visitId, repName, customerName, on, confirmUntil },
  };
}
