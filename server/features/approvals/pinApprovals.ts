import { isUsedMeanwhile } from "@shared/domain/pin";
import {
  decidablePins,
  pageOfOpenProposals,
  type PinProposalRecord,
  proposalIfAny,
  proposalsForLeader,
  whoDecidesPin,
} from "../customers";
import type { ApprovalKind, OpenApproval } from "./approvalKind";

/** Where somebody says that a client's place is waits for the leaders of its owner; finance has no say in it. */
export const pinApprovals: ApprovalKind = {
  name: "pin",
  gathered: { wait: "pins_wait", nobody: "pins_nobody" },
  find: async (proposalId) => {
    const proposal = await proposalIfAny(proposalId);
    return proposal?.state === "open" ? openOf(proposal) : null;
  },
  page: async (after) => {
    const { proposals, next } = await pageOfOpenProposals(after);
    return { open: proposals.map(openOf), next };
  },
  candidatesFor: async (reader, { after, max, absent }) => {
    const people = [reader, ...absent];
    const { proposals, next } = await proposalsForLeader(
      people.flatMap(({ leads }) => leads),
      after,
      max,
    );
    const decidable = async () => (await decidablePins(reader, people, proposals)).map(({ _id }) => _id);
    return { open: proposals.map(openOf), next, decidable };
  },
};

function openOf(proposal: PinProposalRecord): OpenApproval {
  const { _id: proposalId, revision, memberId, memberName, customerId, customerName, siteName } = proposal;
  return {
    subjectId: proposalId,
    revision,
    approvers: (deciders) => deciders.of(whoDecidesPin(proposal)),
    // Whoever types pins in goes on with them meanwhile.
    requestedById: isUsedMeanwhile(proposal.source) ? null : memberId,
    askedAt: proposal.askedAt,
    told: { kind: "pin", proposalId, repName: memberName, customerId, customerName, siteName },
  };
}
