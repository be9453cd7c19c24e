import { type ExportRecord, exportIfAny, mayDecideExports, pageOfWaitingExports, whoDecidesExport } from "../exports";
import type { ApprovalKind, OpenApproval } from "./approvalKind";

/** Tables of many rows wait for the leaders above whoever wishes to take them away, or for an administrator. */
export const exportApprovals: ApprovalKind = {
  name: "export",
  find: async (exportId) => {
    const one = await exportIfAny(exportId);
    return one?.state === "waiting" ? openOf(one) : null;
  },
  page: async (after) => {
    const { exports, next } = await pageOfWaitingExports(after);
    return { open: exports.map(openOf), next };
  },
  candidatesFor: async (reader, { after, max, absent }) => {
    // Whoever may decide on one is asked about it.
    const decidable = () => Promise.resolve([]);
    if (![reader, ...absent].some(mayDecideExports)) return { open: [], next: null, decidable };
    const { exports, next } = await pageOfWaitingExports(after, max);
    return { open: exports.map(openOf), next, decidable };
  },
};

function openOf(one: ExportRecord): OpenApproval {
  const { _id: exportId, revision, memberId, memberName, what, rows, reason, waitsSince, waitsUntil, askedAt } = one;
  const told = {
    repName: memberName,
    what,
    rows: rows ?? 0,
    reason,
    waitsUntil: (waitsUntil ?? askedAt).toISOString(),
  };
  return {
    subjectId: exportId,
    revision,
    approvers: (deciders) => deciders.of(whoDecidesExport(one)),
    requestedById: memberId,
    askedAt: waitsSince ?? askedAt,
    told: { kind: "export", exportId, ...told },
  };
}
