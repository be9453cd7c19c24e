import {
  mayApproveOpenings,
  openingApprovers,
  openingIfAny,
  type OpeningRecord,
  pageOfWaitingOpenings,
} from "../openings";
import type { ApprovalKind, OpenApproval } from "./approvalKind";

/** Opening balances wait for a second person of finance or HR who has none in them, or else such an administrator. */
export const openingApprovals: ApprovalKind = {
  name: "opening",
  find: async (importId) => {
    const one = await openingIfAny(importId);
    return one?.state === "waiting" ? openOf(one) : null;
  },
  page: async (after) => {
    const { openings, next } = await pageOfWaitingOpenings(after);
    return { open: openings.map(openOf), next };
  },
  candidatesFor: async (reader, { after, max }) => {
    // Whoever may decide on one is asked about it.
    const decidable = () => Promise.resolve([]);
    if (!mayApproveOpenings(reader)) return { open: [], next: null, decidable };
    const { openings, next } = await pageOfWaitingOpenings(after, max);
    return { open: openings.map(openOf), next, decidable };
  },
};

function openOf(one: OpeningRecord): OpenApproval {
  const { _id: importId, revision, preparedBy, preparedAt, membersCount } = one;
  return {
    subjectId: importId,
    revision,
    approvers: async ({ on }) => {
      const ids = await openingApprovers(one, on);
      return ids.map((memberId) => ({ memberId, insteadOfIds: [] }));
    },
    requestedById: preparedBy.id,
    askedAt: preparedAt,
    told: { kind: "opening", importId, repName: preparedBy.name, membersCount },
  };
}
