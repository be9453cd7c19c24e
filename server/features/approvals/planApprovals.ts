import { findVersionOrNull, mayPublishPlan, pageOfVersions, type PlanRecord, publishersOf, rulesOf } from "../plans";
import type { ApprovalKind, OpenApproval } from "./approvalKind";

/** Versions of plans that were submitted wait for a second person of HR, or whoever stands in for HR. */
export const planApprovals: ApprovalKind = {
  name: "plan",
  find: async (planId) => {
    const version = await findVersionOrNull(planId);
    return version?.state === "inReview" ? openOf(version) : null;
  },
  page: async (after) => {
    const { versions, nextCursor } = await pageOfVersions("inReview", after ?? undefined);
    return { open: versions.map(openOf), next: nextCursor };
  },
  candidatesFor: async (reader, { after }) => {
    // Whoever may publish a version is asked about it.
    const decidable = () => Promise.resolve([]);
    if (!mayPublishPlan(reader)) return { open: [], next: null, decidable };
    const { versions, nextCursor } = await pageOfVersions("inReview", after ?? undefined);
    return { open: versions.map(openOf), next: nextCursor, decidable };
  },
};

function openOf(version: PlanRecord): OpenApproval {
  const { _id: planId, revision, steps } = version;
  const plan = rulesOf(version);
  const submitted = steps.findLast(({ action }) => action === "submit");
  return {
    subjectId: planId,
    revision,
    approvers: async ({ on }) => {
      const { publisherIds } = await publishersOf({ plan, steps }, on);
      return publisherIds.map((memberId) => ({ memberId, insteadOfIds: [] }));
    },
    requestedById: submitted?.by.kind === "member" ? submitted.by.id : null,
    // A version in review has been submitted.
    askedAt: submitted?.at ?? new Date(0),
    told: { kind: "plan", planId, name: plan.name, version: plan.version, validFrom: plan.validFrom },
  };
}
